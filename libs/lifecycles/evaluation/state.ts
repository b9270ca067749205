import { localDateOf } from '#calendar';
import type { EventMeta, Fold, Recorded } from '#kernel';
import {
  evaluationEvents,
  type Adjustment,
  type AppointedMember,
  type ConclusionFigures,
  type EvaluationEvent,
  type EvaluationSubject,
  type Replacement,
  type Resting,
  type ScoreData,
  type SiteVisitData,
} from './events.js';
import type { Conclusion, Objection, Panel, PanelMember, Score, SelfEvaluation, SetAside, SiteVisit } from './parts.js';

/** Everything known of an evaluation that exists. */
export interface EvaluationFacts extends EvaluationSubject {
  /** Which scoring this is: 0 before the panel first opens. */
  readonly round: number;
  readonly selfEvaluation?: SelfEvaluation;
  /** It was sent in time and returned: sent again, it is not late. */
  readonly returnedInTime?: true;
  readonly panel: Panel;
  /** Everybody who was ever recused from this evaluation: not appointed to it again. */
  readonly barred: readonly string[];
  /** The present round's scores, each member's last. */
  readonly scores: readonly Score[];
  readonly adjustments: readonly Adjustment[];
  readonly siteVisits: readonly SiteVisit[];
  readonly conclusion?: Conclusion;
  /** Results that a reopening set aside, the oldest first. */
  readonly setAside: readonly SetAside[];
  readonly objections: readonly Objection[];
  /** The exclusive instant by which the awaited step is due. */
  readonly dueAt?: string;
}

type In<Status extends string> = EvaluationFacts & { readonly status: Status };
/** Where an evaluation stands, and what is known of it there. */
export type EvaluationState =
  | { readonly status: 'none' }
  | In<'planned'>
  | In<'selfEvaluated'>
  | In<'panelAppointed'>
  | In<'scoring'>
  | In<'moderated'>
  | (In<'concluded'> & { readonly conclusion: Conclusion })
  | (In<'objected'> & { readonly conclusion: Conclusion })
  | In<'reopened'>
  | In<'cancelled'>;
/** An evaluation that has been planned. */
export type ExistingEvaluation = Exclude<EvaluationState, { status: 'none' }>;

function evolve(state: EvaluationState, recorded: Recorded<EvaluationEvent>): EvaluationState {
  const { event, meta } = recorded;
  if (event.type === 'EvaluationPlanned') {
    const past =
      state.status === 'none' ? { round: 0, siteVisits: [], setAside: [], objections: [], barred: [] } : pastOf(state);
    return {
      ...past,
      status: 'planned',
      ...event.data,
      panel: { members: [], frozen: false },
      scores: [],
      adjustments: [],
    };
  }
  return state.status === 'none' ? state : evolveExisting(state, event, meta);
}

/** What outlasts a cancellation when the evaluation is planned anew. */
const pastOf = ({ round, siteVisits, setAside, objections, barred }: EvaluationFacts): Pick<EvaluationFacts, Past> => ({
  round,
  siteVisits,
  setAside,
  objections,
  barred,
});
type Past = 'round' | 'siteVisits' | 'setAside' | 'objections' | 'barred';

/** A complete switch over the events: splitting it would hide that it is complete. */
function evolveExisting(
  state: ExistingEvaluation,
  event: Exclude<EvaluationEvent, { type: 'EvaluationPlanned' }>,
  meta: EventMeta,
): ExistingEvaluation {
  switch (event.type) {
    case 'SelfEvaluationSubmitted':
      return selfEvaluated(state, {
        ...event.data,
        on: localDateOf(meta.occurredAt),
        by: meta.actor.subject,
      });
    case 'SelfEvaluationReturned':
      return {
        ...taken(state, event.data.dueAt),
        ...(state.selfEvaluation?.late !== true && { returnedInTime: true as const }),
      };
    case 'SelfEvaluationWithdrawn':
      return taken(state, event.data.dueAt);
    case 'PanelAppointed':
      return appointed(state, event.data.members);
    case 'PanelOpened':
      return opened(state, event.data, meta);
    case 'RecusalDeclared':
      return recused(unsettled(state), [meta.actor.subject]);
    case 'PanelistReplaced':
      return replaced(unsettled(state), event.data);
    case 'ScoreSubmitted':
      return scored(state, event.data, meta.actor.subject);
    case 'ScoreWithdrawn':
      return { ...state, status: 'scoring', scores: scoresBut(state, [meta.actor.subject]), adjustments: [] };
    case 'SiteVisitRecorded':
      return { ...state, siteVisits: [...state.siteVisits, visitFrom(event.data, meta)] };
    case 'ScoresModerated':
      return { ...state, status: 'moderated', adjustments: event.data.adjustments, dueAt: event.data.dueAt };
    case 'EvaluationConcluded':
      return concluded(state, event.data, meta);
    case 'ObjectionLodged':
      return lodged(state, meta.recordedAt, event.data.dueAt);
    case 'ObjectionDismissed':
      return dismissed(state, meta.recordedAt);
    case 'ObjectionUpheld':
      return reopened({ ...state, objections: answered(state, meta.recordedAt, 'UPHELD') }, event.data.resting, meta);
    case 'EvaluationReopened':
      return reopened(recused(state, event.data.conflicted), event.data.resting, meta);
    case 'EvaluationCancelled':
      return { ...state, status: 'cancelled', dueAt: undefined };
    case 'EvaluationTransferred':
      return { ...state, unit: event.data.to };
    default:
      return event satisfies never;
  }
}

/** One that comes when the panel is there already changes nothing else. */
const selfEvaluated = (state: ExistingEvaluation, selfEvaluation: SelfEvaluation): ExistingEvaluation =>
  state.status === 'planned'
    ? { ...state, status: 'selfEvaluated', selfEvaluation, dueAt: undefined }
    : { ...state, selfEvaluation };

/** It is with the unit again. */
const taken = (state: ExistingEvaluation, dueAt: string): ExistingEvaluation => ({
  ...state,
  status: 'planned',
  selfEvaluation: undefined,
  dueAt,
});

/** When the panel changes, moderation begins anew. */
const unsettled = (state: ExistingEvaluation): ExistingEvaluation =>
  state.status === 'moderated' ? { ...state, status: 'scoring', adjustments: [] } : state;

function appointed(state: ExistingEvaluation, members: readonly AppointedMember[]): ExistingEvaluation {
  const panel = { members: members.map((it) => ({ ...it, recused: false })), frozen: false };
  return { ...state, status: 'panelAppointed', panel, scores: [], adjustments: [], dueAt: undefined };
}

const scoresBut = (state: EvaluationFacts, subjects: readonly string[]): readonly Score[] =>
  state.scores.filter((it) => !subjects.includes(it.subject));

function scored(
  state: ExistingEvaluation,
  { dueAt = state.dueAt, ...given }: ScoreData,
  subject: string,
): ExistingEvaluation {
  return { ...state, scores: [...scoresBut(state, [subject]), { subject, ...given }], dueAt };
}

const visitFrom = (data: SiteVisitData, { eventId, actor }: EventMeta): SiteVisit => ({
  visit: eventId,
  by: actor.subject,
  ...data,
});

function concluded(state: ExistingEvaluation, figures: ConclusionFigures, meta: EventMeta): ExistingEvaluation {
  const conclusion = { ...figures, concludedAt: meta.recordedAt };
  return { ...state, status: 'concluded', conclusion, dueAt: undefined };
}

function opened(
  state: ExistingEvaluation,
  { round, dueAt }: { readonly round: number; readonly dueAt: string },
  { recordedAt }: EventMeta,
): ExistingEvaluation {
  return {
    ...state,
    status: 'scoring',
    round,
    panel: { ...state.panel, openedAt: recordedAt, frozen: true },
    scores: [],
    adjustments: [],
    dueAt,
  };
}

function recused<S extends ExistingEvaluation>(state: S, subjects: readonly string[]): S {
  const members = state.panel.members.map((it) => (subjects.includes(it.subject) ? { ...it, recused: true } : it));
  const adjustments = state.adjustments.filter((it) => !subjects.includes(it.subject));
  const barred = [...new Set([...state.barred, ...subjects])];
  return { ...state, panel: { ...state.panel, members }, barred, scores: scoresBut(state, subjects), adjustments };
}

/** Whoever leaves for a conflict is recused by it. */
function replaced(state: ExistingEvaluation, { subject, by, conflict }: Replacement): ExistingEvaluation {
  const before = conflict ? recused(state, [subject]) : state;
  const members = before.panel.members.map((it) =>
    it.subject === subject ? { ...it, replacedBy: by.subject, ...(conflict && { conflict }) } : it,
  );
  return {
    ...before,
    panel: { ...before.panel, members: [...members, { ...by, recused: false }] },
    scores: scoresBut(before, [subject]),
  };
}

function lodged(state: ExistingEvaluation, lodgedAt: string, dueAt: string): ExistingEvaluation {
  const { conclusion } = state;
  return conclusion
    ? {
        ...state,
        status: 'objected',
        conclusion,
        objections: [...state.objections, { round: state.round, lodgedAt }],
        dueAt,
      }
    : state;
}

function dismissed(state: ExistingEvaluation, answeredAt: string): ExistingEvaluation {
  const { conclusion } = state;
  return conclusion
    ? {
        ...state,
        status: 'concluded',
        conclusion,
        objections: answered(state, answeredAt, 'DISMISSED'),
        dueAt: undefined,
      }
    : state;
}

const answered = (
  state: EvaluationFacts,
  answeredAt: string,
  outcome: Objection['outcome'] & string,
): readonly Objection[] =>
  state.objections.map((it) => (it.outcome === undefined ? { ...it, answeredAt, outcome } : it));

/** The old result is set aside, never erased; the panel may be changed until it opens again. */
function reopened(
  state: ExistingEvaluation,
  resting: readonly Resting[],
  { recordedAt: setAsideAt }: EventMeta,
): ExistingEvaluation {
  const { conclusion } = state;
  return {
    ...state,
    status: 'reopened',
    setAside: conclusion ? [...state.setAside, { ...conclusion, setAsideAt, resting }] : state.setAside,
    panel: { ...state.panel, frozen: false },
    conclusion: undefined,
    dueAt: undefined,
  };
}

/** How an evaluation’s events become its state. */
export const evaluationFold: Fold<EvaluationState, EvaluationEvent> = {
  name: 'evaluation',
  initial: { status: 'none' },
  evolve,
  events: evaluationEvents,
};

/** Those who score: neither recused nor replaced. */
export const scoringMembers = ({ panel }: EvaluationFacts): readonly PanelMember[] =>
  panel.members.filter((it) => !it.recused && it.replacedBy === undefined);
