import { asking, exclusive, type Loaded, type RowFence, type ValuesOf } from '#kernel';
import { awardsResting } from '#lifecycles/commendation/questions';
import { titlesResting } from '#lifecycles/exemplar/questions';
import { replicationsResting } from '#lifecycles/replication/questions';
import type { Resting } from './events.js';
import type { EvaluationState, ExistingEvaluation } from './state.js';

/** True when somebody may rest on the evaluation: concluded, and found effective. */
export const isFoundEffective = (state: EvaluationState): boolean =>
  state.status === 'concluded' && state.conclusion.verdict === 'EFFECTIVE';

/**
 * The fences of evaluations that a step will rest on for good. Whoever does and whoever takes the result back go one after the
 * other: the one that comes second knows of the first.
 */
export const restingOn = <S, C>(ids: (state: S, command: C | undefined) => readonly string[]): Through<S, C> => ({
  fence: exclusive('evaluation', ids),
});

interface Through<S, C> {
  readonly fence: RowFence<S, C | undefined>;
}

const ofModel = (state: ExistingEvaluation): { readonly model: string; readonly year: number } => ({
  model: state.model,
  year: state.year,
});
const own = exclusive<ExistingEvaluation, unknown>('evaluation', (_state, _command, id) => [id]);

/** Everything that rests on the evaluation, for a step that takes its result back. */
export const resting = {
  awards: asking(awardsResting, ofModel, own),
  titles: asking(titlesResting, ofModel, own),
  replications: asking(replicationsResting, ofModel, own),
};

/** What was found to rest on it. */
export interface WithResting {
  readonly awards: readonly ValuesOf<(typeof awardsResting)['answers']>[];
  readonly titles: readonly ValuesOf<(typeof titlesResting)['answers']>[];
  readonly replications: readonly ValuesOf<(typeof replicationsResting)['answers']>[];
}

/** The dossiers that a reopening names. */
export function namedIn({ awards, titles, replications }: WithResting): readonly Resting[] {
  const dossiers = [...new Set(awards.map(({ dossier }) => dossier))];
  const itemsOf = (of: string): readonly string[] =>
    awards.filter(({ dossier }) => dossier === of).map((it) => it.item);
  return [
    ...dossiers.map((dossier): Resting => ({ lifecycle: 'commendation', dossier, items: itemsOf(dossier) })),
    ...titles.map(({ dossier }): Resting => ({ lifecycle: 'exemplar', dossier })),
    ...replications.map(({ dossier }): Resting => ({ lifecycle: 'replication', dossier })),
  ];
}

/** The evaluations among those read that nothing may rest on any more. */
export const shaken = (evaluations: readonly Loaded<EvaluationState>[]): readonly string[] =>
  evaluations.filter(({ state }) => state.status !== 'none' && !isFoundEffective(state)).map(({ id }) => id);
