import type { Fold } from '#kernel';
import { concerns, evolveAward, type Award, type AwardEvent } from './award.js';
import {
  commendationEvents,
  type CommendationEvent,
  type CouncilVote,
  type Grant,
  type HoldGround,
  type ItemReason,
  type OpinionGiven,
} from './events.js';
import type { ProposedItem } from './items.js';

/** Where an item of a dossier stands. `GRANTED`, `REFUSED` and `WITHDRAWN` are final. */
export type ItemOutcome = 'PENDING' | 'GRANTED' | 'REFUSED' | 'RETURNED' | 'WITHDRAWN';

/** One recipient's part of a dossier. */
export interface Item extends ProposedItem {
  readonly outcome: ItemOutcome;
  /** What the last appraisal said; absent before it. */
  readonly eligible?: boolean;
  readonly hold?: { readonly ground: HoldGround; readonly at: string };
  readonly award?: Award;
}

/** Another body that was asked, and what it answered. */
export interface Opinion {
  readonly body: string;
  readonly dueAt: string;
  readonly opinion?: OpinionGiven | 'DEEMED_GIVEN';
}

/** Everything known of a dossier that exists. */
export interface DossierFacts {
  readonly campaign: string;
  readonly unit: string;
  readonly year: number;
  readonly items: readonly Item[];
  readonly opinions: readonly Opinion[];
  /** The council's last vote, as far as it still stands. */
  readonly vote?: CouncilVote;
  readonly corrections: readonly string[];
  readonly timesReturned: number;
  /** It has left the unit's own hands at least once: submitted, or decided there. */
  readonly sent: boolean;
  /** Exclusive instant by which the awaited step is due. */
  readonly dueAt?: string;
}

type In<Status extends string> = DossierFacts & { readonly status: Status };

/** Where a dossier stands, and what is known of it there. */
export type CommendationState =
  | { readonly status: 'none' }
  | In<'prepared'>
  | In<'submitted'>
  | In<'received'>
  | In<'returned'>
  | In<'appraised'>
  | In<'opinionRequested'>
  | In<'councilReviewed'>
  | In<'submittedForDecision'>
  | In<'returnedByDecider'>
  | In<'decided'>
  | In<'withdrawn'>;
/** A dossier that has been prepared. */
export type Dossier = Exclude<CommendationState, { status: 'none' }>;

/** Items that nobody has finally decided on. */
export const openItems = (state: DossierFacts): readonly Item[] =>
  state.items.filter((it) => it.outcome === 'PENDING' || it.outcome === 'RETURNED');

/** True while something in it is kept from publication. */
export const isRestrictedDossier = (state: DossierFacts): boolean => state.items.some((it) => it.restricted);

/** The council has said yes to every open item as it now stands. */
export const voteStands = (state: DossierFacts): boolean =>
  state.vote?.passed === true && openItems(state).every((it) => state.vote?.items.includes(it.item));

const changeItems = <S extends Dossier>(
  state: S,
  chosen: (item: Item) => boolean,
  change: (item: Item) => Item,
): S => ({
  ...state,
  items: state.items.map((it) => (chosen(it) ? change(it) : it)),
});

function evolve(state: CommendationState, event: CommendationEvent): CommendationState {
  if (event.type === 'DossierPrepared') {
    const items = event.data.items.map((it): Item => ({ ...it, outcome: 'PENDING' }));
    return { status: 'prepared', ...event.data, items, opinions: [], corrections: [], timesReturned: 0, sent: false };
  }
  return state.status === 'none' ? state : evolveDossier(state, event);
}

function evolveDossier(state: Dossier, event: Exclude<CommendationEvent, { type: 'DossierPrepared' }>): Dossier {
  switch (event.type) {
    case 'DossierRevised':
      return revised(state, event.data);
    case 'DossierSubmitted':
    case 'DossierResubmitted':
      return {
        ...changeItems(
          state,
          (it) => it.outcome === 'RETURNED',
          (it) => ({ ...it, outcome: 'PENDING' }),
        ),
        status: 'submitted',
        sent: true,
        dueAt: event.data.dueAt,
      };
    case 'DossierWithdrawn':
      return withdrawn(state);
    case 'DossierReceived':
      return { ...state, status: 'received', dueAt: event.data.dueAt };
    case 'DossierReturned':
      return {
        ...state,
        status: 'returned',
        vote: state.vote?.passed ? state.vote : undefined,
        dueAt: event.data.dueAt,
        timesReturned: state.timesReturned + 1,
      };
    case 'DossierAppraised':
    case 'ConsultativeOpinionRequested':
    case 'ConsultativeOpinionReceived':
    case 'OpinionDeemedGiven':
    case 'CouncilVoteRecorded':
    case 'SubmittedForDecision':
      return evolveAppraisal(state, event);
    case 'RecipientHoldPlaced': {
      const { item, ground, at } = event.data;
      return changeItems(
        state,
        (it) => it.item === item,
        (it) => ({ ...it, hold: { ground, at } }),
      );
    }
    case 'RecipientHoldReleased':
      return changeItems(
        state,
        (it) => it.item === event.data.item,
        (it) => ({ ...it, hold: undefined }),
      );
    case 'CommendationGranted':
    case 'UnitCommendationGranted':
    case 'CommendationRefused':
    case 'DossierReturnedByDecider':
      return evolveDecision(state, event);
    case 'DecisionErratumIssued':
      return { ...state, corrections: [...state.corrections, event.data.correction] };
    case 'DecisionAmended': {
      const { item, amendment, recipient } = event.data;
      return {
        ...changeItems(
          state,
          (it) => it.item === item,
          (it) => ({ ...it, recipient }),
        ),
        corrections: [...state.corrections, amendment],
      };
    }
    default:
      return awarded(state, event);
  }
}

type AppraisalEvent = Extract<
  CommendationEvent,
  {
    type:
      | 'DossierAppraised'
      | 'ConsultativeOpinionRequested'
      | 'ConsultativeOpinionReceived'
      | 'OpinionDeemedGiven'
      | 'CouncilVoteRecorded'
      | 'SubmittedForDecision';
  }
>;

function evolveAppraisal(state: Dossier, event: AppraisalEvent): Dossier {
  const { dueAt } = event.data;
  switch (event.type) {
    case 'DossierAppraised': {
      const found = new Map(event.data.findings.map((it) => [it.item, it.eligible]));
      return {
        ...changeItems(
          state,
          (it) => found.has(it.item),
          (it) => ({ ...it, eligible: found.get(it.item) }),
        ),
        status: 'appraised',
        dueAt,
      };
    }
    case 'ConsultativeOpinionRequested':
      return {
        ...state,
        status: 'opinionRequested',
        opinions: [...state.opinions, ...event.data.bodies.map((body) => ({ body, dueAt }))],
        dueAt,
      };
    case 'ConsultativeOpinionReceived':
      return {
        ...answered(state, [event.data.body], event.data.opinion),
        status: event.data.complete ? 'appraised' : 'opinionRequested',
        dueAt,
      };
    case 'OpinionDeemedGiven':
      return { ...answered(state, event.data.bodies, 'DEEMED_GIVEN'), status: 'appraised', dueAt };
    case 'CouncilVoteRecorded': {
      const { dueAt: _dueAt, ...vote } = event.data;
      return { ...state, status: 'councilReviewed', vote, dueAt };
    }
    case 'SubmittedForDecision':
      return { ...state, status: 'submittedForDecision', dueAt };
    default:
      return event satisfies never;
  }
}

const answered = (state: Dossier, bodies: readonly string[], opinion: Opinion['opinion'] & string): Dossier => ({
  ...state,
  opinions: state.opinions.map((it) =>
    it.opinion === undefined && bodies.includes(it.body) ? { ...it, opinion } : it,
  ),
});

type DecisionEvent = Extract<
  CommendationEvent,
  { type: 'CommendationGranted' | 'UnitCommendationGranted' | 'CommendationRefused' | 'DossierReturnedByDecider' }
>;

function evolveDecision(state: Dossier, event: DecisionEvent): Dossier {
  switch (event.type) {
    case 'CommendationGranted':
    case 'UnitCommendationGranted':
      return settled(granted(state, event.data));
    case 'CommendationRefused':
      return settled(unheld(outcomes(state, event.data.items, 'REFUSED')));
    case 'DossierReturnedByDecider':
      return {
        ...settled({ ...outcomes(state, event.data.items, 'RETURNED'), timesReturned: state.timesReturned + 1 }),
        dueAt: event.data.dueAt,
      };
    default:
      return event satisfies never;
  }
}

const granted = (state: Dossier, { items, level }: Grant): Dossier =>
  changeItems(
    { ...state, sent: true },
    (it) => items.some(({ item }) => item === it.item),
    (it) => ({ ...it, outcome: 'GRANTED', hold: undefined, award: { level, published: false } }),
  );

const outcomes = (state: Dossier, items: readonly ItemReason[], outcome: ItemOutcome): Dossier =>
  changeItems(
    state,
    (it) => items.some(({ item }) => item === it.item),
    (it) => ({ ...it, outcome }),
  );

/** A hold says nothing any more once its item is settled. */
const unheld = (state: Dossier): Dossier =>
  changeItems(
    state,
    (it) => it.outcome === 'REFUSED',
    (it) => ({ ...it, hold: undefined }),
  );

/** A dossier is decided once nothing of it has gone back. */
const settled = (state: Dossier): Dossier => ({
  ...state,
  status: state.items.some((it) => it.outcome === 'RETURNED') ? 'returnedByDecider' : 'decided',
  dueAt: undefined,
});

/** What had been decided before stays decided. */
function withdrawn(state: Dossier): Dossier {
  const open = openItems(state);
  const rest = changeItems(
    state,
    (it) => open.includes(it),
    (it) => ({ ...it, outcome: 'WITHDRAWN', hold: undefined }),
  );
  return {
    ...rest,
    status: rest.items.some((it) => it.outcome !== 'WITHDRAWN') ? 'decided' : 'withdrawn',
    dueAt: undefined,
  };
}

/** A vote does not cover what has changed since. */
function revised(
  state: Dossier,
  { items, removed, changed }: Extract<CommendationEvent, { type: 'DossierRevised' }>['data'],
): Dossier {
  const known = new Set(state.items.map((it) => it.item));
  const kept = state.items
    .filter((it) => !removed.includes(it.item))
    .map((it): Item => {
      const by = items.find(({ item }) => item === it.item);
      return by ? { ...it, ...by, eligible: undefined } : it;
    });
  const added = items.filter((it) => !known.has(it.item)).map((it): Item => ({ ...it, outcome: 'PENDING' }));
  const vote = state.vote && {
    ...state.vote,
    items: state.vote.items.filter((it) => !changed.includes(it) && !removed.includes(it)),
  };
  return { ...state, items: [...kept, ...added], vote };
}

const awarded = (state: Dossier, event: AwardEvent): Dossier =>
  changeItems(
    state,
    (it) => concerns(event, it.item),
    (it) => (it.award ? { ...it, ...cleared(event), award: evolveAward(it.award, event) } : it),
  );

/** What has been published was cleared for it. */
const cleared = ({ type }: AwardEvent): { readonly restricted?: false } =>
  type === 'DecisionPublished' ? { restricted: false } : {};

export const commendationFold: Fold<CommendationState, CommendationEvent> = {
  name: 'commendation',
  initial: { status: 'none' },
  evolve,
  events: commendationEvents,
};
