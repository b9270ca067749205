import type { Fold, Recorded } from '#kernel';
import { concerns, dayOf, evolveAward, type AwardEvent } from './award.js';
import { evolveAppraisal } from './evolve-appraisal.js';
import { evolveDecision } from './evolve-decision.js';
import { commendationEvents, type CommendationEvent } from './events.js';
import type { Recipient } from './items.js';
import { changeItems, openItems, type CommendationState, type Dossier, type Item } from './state.js';

type Of<Type extends CommendationEvent['type']> = Extract<CommendationEvent, { type: Type }>;

function evolve(state: CommendationState, recorded: Recorded<CommendationEvent>): CommendationState {
  const { event, meta } = recorded;
  const proposers = proposersAfter(state, recorded);
  if (event.type === 'DossierPrepared') return { ...prepared(event), proposers };
  return state.status === 'none' ? state : { ...evolveDossier(state, { event, meta }), proposers };
}

const PROPOSING: readonly string[] = [
  'DossierPrepared',
  'DossierRevised',
  'DossierSubmitted',
  'DossierResubmitted',
] satisfies CommendationEvent['type'][];

function proposersAfter(
  state: CommendationState,
  { event, meta: { actor } }: Recorded<CommendationEvent>,
): readonly string[] {
  const before = state.status === 'none' ? [] : state.proposers;
  if (!PROPOSING.includes(event.type)) return before;
  return [...new Set([...before, actor.subject, ...(actor.onBehalfOf === undefined ? [] : [actor.onBehalfOf])])];
}

function prepared({ data }: Of<'DossierPrepared'>): Dossier {
  const items = data.items.map((it): Item => ({ ...it, outcome: 'PENDING' }));
  return {
    status: 'prepared',
    ...data,
    items,
    opinions: [],
    corrections: [],
    timesReturned: 0,
    sent: false,
    proposers: [],
  };
}

type After = Exclude<CommendationEvent, { type: 'DossierPrepared' }>;

/** A complete switch over the events: splitting it further would hide that it is complete. */
function evolveDossier(state: Dossier, { event, meta }: Pick<Recorded<After>, 'event' | 'meta'>): Dossier {
  switch (event.type) {
    case 'DossierRevised':
      return revised(state, event.data);
    case 'DossierSubmitted':
    case 'DossierResubmitted':
      return submitted(state, event.data.dueAt);
    case 'DossierWithdrawn':
      return withdrawn(state);
    case 'DossierReceived':
      return { ...state, status: 'received', dueAt: event.data.dueAt };
    case 'DossierReturned':
      return returned(state, event.data.dueAt);
    case 'DossierAppraised':
    case 'ConsultativeOpinionRequested':
    case 'ConsultativeOpinionReceived':
    case 'OpinionDeemedGiven':
    case 'CouncilVoteRecorded':
    case 'SubmittedForDecision':
      return evolveAppraisal(state, event);
    case 'CommendationGranted':
    case 'UnitCommendationGranted':
    case 'CommendationRefused':
    case 'DossierReturnedByDecider':
      return evolveDecision(state, { event, meta });
    case 'DecisionErratumIssued':
      return { ...state, corrections: [...state.corrections, { text: event.data.correction, on: dayOf(meta) }] };
    case 'DecisionAmended':
      return amended(state, event.data, dayOf(meta));
    default:
      return awarded(state, { event, meta });
  }
}

const submitted = (state: Dossier, dueAt: string): Dossier => {
  const open = openItems(state);
  const items = changeItems(
    state,
    (it) => open.includes(it),
    (it) => ({ ...it, outcome: 'PENDING', sent: true }),
  );
  return { ...items, status: 'submitted', sent: true, dueAt };
};

/** A vote that was lost is forgotten: the council votes anew on what comes back. */
const returned = (state: Dossier, dueAt: string | undefined): Dossier => ({
  ...state,
  status: 'returned',
  vote: state.vote?.passed ? state.vote : undefined,
  dueAt,
  timesReturned: state.timesReturned + 1,
});

/** The recipient stays who it is; the name it is known by may read otherwise. */
const amended = (state: Dossier, { item, amendment, name }: Of<'DecisionAmended'>['data'], on: string): Dossier => ({
  ...changeItems(
    state,
    (it) => it.item === item && name !== undefined,
    ({ recipient, ...it }) => ({ ...it, recipient: named(recipient, name ?? '') }),
  ),
  corrections: [...state.corrections, { item, text: amendment, on }],
});

const named = (recipient: Recipient, name: string): Recipient =>
  recipient.collective ? { ...recipient, collective: { ...recipient.collective, name } } : recipient;

/** What had been decided before stays decided. */
function withdrawn(state: Dossier): Dossier {
  const open = openItems(state);
  const rest = changeItems(
    state,
    (it) => open.includes(it),
    (it) => ({ ...it, outcome: 'WITHDRAWN' }),
  );
  return {
    ...rest,
    status: rest.items.some((it) => it.outcome !== 'WITHDRAWN') ? 'decided' : 'withdrawn',
    dueAt: undefined,
  };
}

/** A vote does not cover what has changed since. */
function revised(state: Dossier, { items, removed, changed }: Of<'DossierRevised'>['data']): Dossier {
  const known = new Set(state.items.map((it) => it.item));
  const kept = state.items
    .filter((it) => !removed.includes(it.item))
    .map((it): Item => {
      const by = items.find(({ item }) => item === it.item);
      const sent = by?.fingerprint === it.fingerprint ? it.sent : undefined;
      return by ? { ...it, ...by, eligible: undefined, sent } : it;
    });
  const added = items.filter((it) => !known.has(it.item)).map((it): Item => ({ ...it, outcome: 'PENDING' }));
  const vote = state.vote && {
    ...state.vote,
    items: state.vote.items.filter((it) => !changed.includes(it) && !removed.includes(it)),
  };
  return { ...state, items: [...kept, ...added], vote };
}

const awarded = (state: Dossier, { event, meta }: Pick<Recorded<AwardEvent>, 'event' | 'meta'>): Dossier =>
  changeItems(
    state,
    (it) => concerns(event, it.item),
    (it) => (it.award ? { ...it, ...cleared(event), award: evolveAward(it.award, { event, meta }) } : it),
  );

/** What has been published was cleared for it. */
const cleared = ({ type }: AwardEvent): { readonly restricted?: false } =>
  type === 'DecisionPublished' ? { restricted: false } : {};

/** How a dossier's events become its state. */
export const commendationFold: Fold<CommendationState, CommendationEvent> = {
  name: 'commendation',
  initial: { status: 'none' },
  evolve,
  events: commendationEvents,
};
