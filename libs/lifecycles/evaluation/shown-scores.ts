import type { Viewer } from '#identity';
import type { Adjustment } from './events.js';
import type { Score } from './parts.js';
import type { EvaluationFacts, EvaluationState, ExistingEvaluation } from './state.js';

type Scores = Pick<EvaluationFacts, 'scores' | 'adjustments'>;

/**
 * The scores of the present round that a reader of the dossier may see. Those who handle it see all. Until there is a
 * result, a member sees the own score only, so that nobody scores after somebody else, and the unit sees none.
 */
export function shownScores(
  state: ExistingEvaluation,
  viewer: Pick<Viewer, 'subject' | 'audiences'>,
): { readonly scores: readonly Score[]; readonly adjustments: readonly Adjustment[] } {
  const { scores, adjustments }: Scores = state;
  const sits = state.panel.members.some((it) => it.subject === viewer.subject);
  const all = state.conclusion !== undefined || (viewer.audiences.includes('AUTHORITIES') && !sits);
  if (all) return { scores, adjustments };
  const own = <T extends { readonly subject: string }>(list: readonly T[]): readonly T[] =>
    list.filter((it) => it.subject === viewer.subject);
  return { scores: own(scores), adjustments: own(adjustments) };
}

const CONFIDENTIAL = ['scores', 'adjustments'];

/** The fields of the state that the history hides from a reader who may not see every score. */
export function hiddenScores(state: EvaluationState, viewer: Pick<Viewer, 'subject' | 'audiences'>): readonly string[] {
  if (state.status === 'none') return CONFIDENTIAL;
  return shownScores(state, viewer).scores.length === state.scores.length ? [] : CONFIDENTIAL;
}
