import { readsHandling, type Sight } from '#visibility';
import type { Adjustment } from './events.js';
import type { Score } from './parts.js';
import type { EvaluationFacts, EvaluationState, ExistingEvaluation } from './state.js';

/** While there is a result, whoever reads the dossier reads the scores that led to it, and to those it replaced. A reopening closes them again. */
const released = ({ conclusion, setAside }: EvaluationFacts, round: number): boolean =>
  conclusion !== undefined && [...setAside, conclusion].some((it) => it.round === round);

/** Those who handle the dossier see every score; whoever sits on the panel handles nothing, so that nobody scores after somebody else. */
const handles = ({ panel }: EvaluationFacts, sight: Sight, subject: string): boolean =>
  readsHandling(sight) && !panel.members.some((it) => it.subject === subject);

/**
 * The scores of the present round that a reader of the dossier may see. Until there is a result a member sees the own score only,
 * and the unit none.
 */
export function shownScores(
  state: ExistingEvaluation,
  sight: Sight,
  subject: string,
): { readonly scores: readonly Score[]; readonly adjustments: readonly Adjustment[] } {
  const { scores, adjustments } = state;
  if (released(state, state.round) || handles(state, sight, subject)) return { scores, adjustments };
  const own = <T extends { readonly subject: string }>(list: readonly T[]): readonly T[] =>
    list.filter((it) => it.subject === subject);
  return { scores: own(scores), adjustments: own(adjustments) };
}

const CONFIDENTIAL = ['scores', 'adjustments'];

/** The fields that a step of the history keeps from a reader: scores of rounds, on either side of the step, that are not released. */
export function hiddenScores(
  { state, sight }: { readonly state: EvaluationState; readonly sight: Sight },
  subject: string,
): (step: { readonly before: EvaluationState; readonly after: EvaluationState }) => readonly string[] {
  if (state.status === 'none') return () => CONFIDENTIAL;
  if (handles(state, sight, subject)) return () => [];
  const isOpen = (side: EvaluationState): boolean =>
    side.status === 'none' || side.scores.length === 0 || released(state, side.round);
  return ({ before, after }) => (isOpen(before) && isOpen(after) ? [] : CONFIDENTIAL);
}
