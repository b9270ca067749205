import { refusals, type ActorRecord, type ContentGuard, type Guard, type Loaded, type ValuesOf } from '#kernel';
import type { CollectiveState } from '#lifecycles/collective';
import type { proposers } from '#lifecycles/commendation/questions';
import { identityOf } from '#lifecycles/person';
import type { UnitState } from '#lifecycles/unit';
import type { PlaceHold, ReleaseHold } from './commands.js';
import { recipientKey } from './key.js';
import { recipientRefusals as refuse } from './refusals.js';
import type { Hold, KnownRecipient } from './state.js';

/** What is known of the collective that a command names. */
export interface WithParty {
  readonly unit: Loaded<UnitState>;
  readonly collective: Loaded<CollectiveState>;
}
/** Who proposes the recipient, in whatever dossier. */
interface WithProposers {
  readonly proposers: readonly ValuesOf<(typeof proposers)['answers']>[];
}
type OnPlacing<X = unknown> = ContentGuard<unknown, X, PlaceHold>;

/** One recipient is named, and no other beside. */
export const namesOneRecipient: OnPlacing = {
  rule: 'namesOneRecipient',
  checkContent: ({ unit, collective, person }) =>
    (person === undefined) === (unit === undefined) || (collective !== undefined && unit === undefined)
      ? refuse.notOne({}, ['unit'])
      : { kind: person ? 'PERSON' : collective === undefined ? 'UNIT' : 'COLLECTIVE' },
};

/** The unit is on the register, the collective as well, and the one answers for the other. A person is known by identity. */
export const recipientIsRegistered: OnPlacing<WithParty> = {
  rule: 'recipientIsRegistered',
  checkContent: (command, _state, { unit, collective }) => {
    if (command.unit !== undefined && unit.state.status === 'none') return refuse.unknown({}, ['unit']);
    const { state } = collective;
    const fits = state.status !== 'none' && state.unit === command.unit;
    if (command.collective !== undefined && !fits) return refuse.unknown({}, ['collective']);
    return { unit: command.unit ?? null, collective: command.collective ?? null };
  },
};

/** Somebody whom others have joined to another is held as that other: there is one place where to look. */
export const standsForHimself: OnPlacing = {
  rule: 'standsForHimself',
  checkContent: ({ person }, _state, _reads, { id }) =>
    person !== undefined && recipientKey({ person }) !== id ? refuse.isDouble({}, ['person']) : { recipient: id },
};

const isActor = (person: PlaceHold['person'], { subject, onBehalfOf }: ActorRecord): boolean =>
  person !== undefined && [subject, onBehalfOf].includes(identityOf(person));

/** Nobody places a hold on himself, nor on the one acted for. */
export const holdsAnother: OnPlacing = {
  rule: 'holdsAnother',
  checkContent: ({ person }, _state, _reads, { actor }) =>
    isActor(person, actor) ? refuse.own({}, ['person']) : { own: false },
};

/** Nobody releases a hold on himself, nor on the one acted for. */
export const releasesAnother: Guard<KnownRecipient, unknown> = {
  rule: 'holdsAnother',
  check: ({ recipient }, _reads, { actor }) => (isActor(recipient.person, actor) ? refuse.own() : { own: false }),
};

/** Whoever proposes the recipient, or acts for a unit that does, leaves the release to others. */
export const releasedByNoProposer: Guard<KnownRecipient, WithProposers> = {
  rule: 'releasedByNoProposer',
  check: (_state, { proposers }, { actor: { subject, onBehalfOf, unit } }) =>
    proposers.some((it) => it.subject === subject || it.subject === onBehalfOf || it.unit === unit)
      ? refuse.proposer()
      : { proposers: proposers.length },
};

const holdIn = ({ holds }: KnownRecipient, hold: string): Hold | undefined => holds.find((it) => it.hold === hold);

/** The hold stands, and the releasing document is no older than the one that it answers. */
export const holdStands: ContentGuard<KnownRecipient, unknown, ReleaseHold> = {
  rule: 'holdStands',
  checkContent: ({ hold }, state, _reads, { document }) => {
    const found = holdIn(state, hold);
    if (!found) return refuse.holdUnknown({ hold }, ['hold']);
    const { ground, since, on } = found;
    const signedOn = document?.signedOn;
    return signedOn !== undefined && signedOn < on
      ? refusals.signedBeforeLastStep({ signedOn, last: on }, ['document', 'signedOn'])
      : { hold, ground, since };
  },
};

/** Home Affairs releases any hold; the inspectorate its own, and those that Home Affairs placed on whom it proposes itself. */
export const releasedByCompetentBody: ContentGuard<KnownRecipient, WithProposers, ReleaseHold> = {
  rule: 'releasedByCompetentBody',
  checkContent: ({ hold }, state, { proposers }, { actor: { role, unit } }) => {
    const placedBy = holdIn(state, hold)?.placedBy;
    const stoodInFor = proposers.some((it) => it.unit === placedBy?.unit);
    return role === 'INSPECTOR' && placedBy?.unit !== unit && !stoodInFor
      ? refuse.notPlacer({}, ['hold'])
      : { role, placedBy: placedBy?.unit ?? null };
  },
};
