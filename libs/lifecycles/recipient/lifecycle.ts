import { by } from '#identity';
import { asking, breaking, lifecycle, reading, shared, text, unfenced } from '#kernel';
import { collectiveFold, registeredForGood } from '#lifecycles/collective';
import { proposers } from '#lifecycles/commendation/questions';
import { identityOf } from '#lifecycles/person';
import { unitFold } from '#lifecycles/unit';
import type { PlaceHold, RecipientCommand } from './commands.js';
import { placeHold, releaseHold } from './decide.js';
import type { RecipientEvent } from './events.js';
import {
  holdsAnother,
  holdStands,
  namesOneRecipient,
  recipientIsRegistered,
  releasedByCompetentBody,
  releasedByNoProposer,
  releasesAnother,
  standsForHimself,
} from './guards.js';
import { recipientKey, type RecipientIdentity } from './key.js';
import { recipientFold, type RecipientState } from './state.js';

const identityIn = ({ unit, collective, person }: PlaceHold): RecipientIdentity =>
  person === undefined ? { collective: { unit, registered: collective } } : { person };

const named = (state: RecipientState, command: RecipientCommand | undefined): RecipientIdentity | undefined =>
  state.status !== 'none' ? state.recipient : command?.type === 'PlaceHold' ? identityIn(command) : undefined;

/**
 * The unit of a collective keeps out of what is decided on it. A person is of no unit: the case is then about nobody's, which is to
 * say another's, for every official.
 */
function unitOf(state: RecipientState, command: RecipientCommand | undefined): string | undefined {
  const who = named(state, command);
  return who && (who.collective?.unit ?? recipientKey(who));
}

const newUnit = reading(unitFold, (_state: RecipientState, command?: PlaceHold) => command?.unit, {
  fence: registeredForGood,
});
const newCollective = reading(collectiveFold, (_state: RecipientState, command?: PlaceHold) => command?.collective, {
  fence: registeredForGood,
});
const proposedBy = asking(
  proposers,
  (state: RecipientState) => ({ recipient: state.status === 'none' ? '' : recipientKey(state.recipient) }),
  unfenced('whoever proposes the recipient later had no part in it when the hold was released'),
);

/** Whoever joins the person to another, and whoever holds him, go one after the other. */
const heldPerson = shared('person', (_state: unknown, command: PlaceHold) =>
  command.person === undefined ? [] : [identityOf(command.person)],
);

/** Home Affairs and the city's inspectorate, each for the other where it is itself concerned. */
const officials = [by.officer, by.leader, by.inspector];
/** Holds rest on papers of their own, and several may stand side by side. */
const buildsOn: readonly string[] = [];
const decision = { needs: ['reason', 'document'], legalBasis: ['NĐ 152/2025/NĐ-CP'] } as const;

/**
 * Whether somebody may be commended. A hold is on the recipient, whatever dossier proposes it or none: it stands until an official
 * releases it.
 */
export const recipientLifecycle = lifecycle<RecipientState, RecipientCommand, RecipientEvent>()(
  {
    fold: recipientFold,
    label: text('Đối tượng bị tạm dừng xét khen thưởng', 'Recipient on hold'),
    states: {
      none: text('Chưa có', 'None'),
      held: text('Đang tạm dừng xét', 'On hold'),
      free: text('Không còn tạm dừng', 'On hold no more'),
    },
    identify: (command) => ('id' in command ? command.id : recipientKey(identityIn(command))),
    unitOf,
    campaignOf: () => undefined,
  },
  (on) => ({
    PlaceHold: on({
      label: text('Tạm dừng xét khen thưởng', 'Place a hold'),
      from: ['none', 'held', 'free'],
      to: ['held'],
      by: officials,
      decision,
      buildsOn,
      reads: { unit: newUnit, collective: newCollective },
      fences: [breaking('recipient'), heldPerson],
      guards: [namesOneRecipient, recipientIsRegistered, standsForHimself, holdsAnother],
      decide: placeHold,
    }),
    ReleaseHold: on({
      label: text('Tiếp tục xét khen thưởng', 'Release a hold'),
      from: ['held'],
      to: ['held', 'free'],
      by: officials,
      decision,
      buildsOn,
      reads: { proposers: proposedBy },
      guards: [releasesAnother, releasedByNoProposer, holdStands, releasedByCompetentBody],
      decide: releaseHold,
    }),
  }),
);
