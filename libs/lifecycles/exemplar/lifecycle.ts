import { by } from '#identity';
import { derivedId, lifecycle, reading, readingMany, shared, text } from '#kernel';
import { readingCycle, yearIsNotClosed, type CampaignPolicy } from '#lifecycles/campaign';
import { collectiveFold, registeredForGood } from '#lifecycles/collective';
import { collectivesIn, evaluationOf, unitsIn, type RecipientDraft } from '#lifecycles/commendation';
import { evaluationFold, restingOn } from '#lifecycles/evaluation';
import { modelFold } from '#lifecycles/model';
import { personFold } from '#lifecycles/person';
import { personsIn, recipientFold, recipientKey } from '#lifecycles/recipient';
import { unitFold, unitIsActive } from '#lifecycles/unit';
import type { ExemplarCommand, RecogniseExemplar } from './commands.js';
import { recogniseExemplar, restoreExemplar, withdrawStatus } from './decide.js';
import type { ExemplarEvent } from './events.js';
import {
  modelIsEffective,
  modelIsOwn,
  namedIsNotHeld,
  namedModelIsEffective,
  notOwnTitle,
  recipientIsNoDouble,
  recipientIsNotHeld,
  recipientIsRegistered,
  recipientIsWhole,
  recognisesAnother,
} from './guards.js';
import { exemplarFold, type ExemplarState } from './state.js';

const leaders = [by.leader, by.officeForLead];

type About = Pick<RecogniseExemplar, 'campaign' | 'unit' | 'model' | 'year'>;

/** What an exemplar is about: from the state, or from the command that begins it. */
const aboutOf = (state: ExemplarState, command: ExemplarCommand | undefined): About | undefined =>
  state.status !== 'none' ? state : command?.type === 'RecogniseExemplar' ? command : undefined;

const newCampaign = readingCycle(
  (_state: ExemplarState, command?: RecogniseExemplar) => command?.campaign,
  (_state, command) => command?.year,
);
const newUnit = reading(unitFold, (_state: ExemplarState, command?: RecogniseExemplar) => command?.unit);
const newModel = reading(modelFold, (_state: ExemplarState, command?: RecogniseExemplar) => command?.model);
const newGround = (_state: ExemplarState, command?: RecogniseExemplar): string | undefined =>
  command && evaluationOf(command.model, command.year);
const newEvaluation = reading(
  evaluationFold,
  newGround,
  restingOn((state: ExemplarState, command?: RecogniseExemplar) => [newGround(state, command) ?? '']),
);
const model = reading(modelFold, (state: ExemplarState) => aboutOf(state, undefined)?.model);
const ground = (state: ExemplarState): string | undefined => {
  const about = aboutOf(state, undefined);
  return about && evaluationOf(about.model, about.year);
};
const evaluation = reading(
  evaluationFold,
  ground,
  restingOn((state: ExemplarState) => [ground(state) ?? '']),
);

const named = (command: RecogniseExemplar | undefined): readonly RecipientDraft[] =>
  command ? [command.recipient] : [];
const forGood = { fence: registeredForGood };
/** The register of the collective that a new title names, and whether its recipient is on hold. */
const newRecipient = {
  units: readingMany(
    unitFold,
    (_state: ExemplarState, command?: RecogniseExemplar) => unitsIn(named(command)),
    forGood,
  ),
  collectives: readingMany(
    collectiveFold,
    (_state: ExemplarState, command?: RecogniseExemplar) => collectivesIn(named(command)),
    forGood,
  ),
  holds: readingMany(recipientFold, (_state: ExemplarState, command?: RecogniseExemplar) =>
    named(command).map(recipientKey),
  ),
};
const holds = readingMany(recipientFold, (state: ExemplarState) =>
  state.status === 'none' ? [] : [recipientKey(state.recipient)],
);

const doubles = readingMany(personFold, (state: ExemplarState) =>
  state.status === 'none' ? [] : personsIn([state.recipient]),
);

/** One title for each recipient, model and cycle: the identity follows from them. */
const exemplarId = ({ campaign, year, model: of, recipient }: RecogniseExemplar): string =>
  derivedId('exemplar', campaign, recipient.kind, recipientKey(recipient), of, year);

/** Whoever joins the person to another, and whoever recognises him, go one after the other. */
const namedPerson = shared('person', (_state: unknown, { recipient }: RecogniseExemplar) => personsIn([recipient]));

/** A collective or a person held up as an example: a title of the movement, apart from any statutory award. */
export const exemplarLifecycle = lifecycle<ExemplarState, ExemplarCommand, ExemplarEvent, CampaignPolicy>()(
  {
    fold: exemplarFold,
    label: text('Điển hình', 'Exemplar'),
    states: {
      none: text('Chưa có', 'None'),
      recognised: text('Được công nhận', 'Recognised'),
      withdrawn: text('Đã rút danh hiệu', 'Withdrawn'),
    },
    identify: (command) => ('id' in command ? command.id : exemplarId(command)),
    unitOf: (state, command) => aboutOf(state, command)?.unit,
    campaignOf: (state, command) => aboutOf(state, command)?.campaign,
    classify: (state) => (state.status !== 'none' && state.restricted ? 'RESTRICTED' : undefined),
  },
  (on) => ({
    RecogniseExemplar: on({
      label: text('Công nhận điển hình', 'Recognise an exemplar'),
      from: ['none'],
      to: ['recognised'],
      by: leaders,
      decision: { needs: ['document'] },
      reads: { campaign: newCampaign, unit: newUnit, model: newModel, evaluation: newEvaluation, ...newRecipient },
      fences: [namedPerson],
      guards: [
        yearIsNotClosed,
        unitIsActive,
        recipientIsWhole,
        recipientIsRegistered,
        modelIsOwn,
        recognisesAnother,
        namedModelIsEffective,
        namedIsNotHeld,
      ],
      decide: recogniseExemplar,
    }),
    WithdrawExemplarStatus: on({
      label: text('Rút danh hiệu điển hình', 'Withdraw the exemplar status'),
      from: ['recognised'],
      to: ['withdrawn'],
      by: [...leaders, by.system],
      decision: { needs: ['reason'] },
      guards: [notOwnTitle],
      decide: withdrawStatus,
    }),
    RestoreExemplar: on({
      label: text('Khôi phục danh hiệu điển hình', 'Restore the exemplar'),
      from: ['withdrawn'],
      to: ['recognised'],
      by: leaders,
      apartFrom: ['WithdrawExemplarStatus'],
      decision: { needs: ['reason', 'document'] },
      reads: { model, evaluation, holds, doubles },
      guards: [notOwnTitle, modelIsEffective, recipientIsNoDouble, recipientIsNotHeld],
      decide: restoreExemplar,
    }),
  }),
);
