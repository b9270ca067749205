import type { Loaded } from '#kernel';
import { dueBy } from '#lifecycles/campaign';
import type { Activity, ModelState } from '#lifecycles/model';
import type { ModerateScores, SubmitScore } from './commands.js';
import { yetToScore } from './deadlines.js';
import type { Context, Decision } from './decide.js';
import type { Verdict } from './events.js';
import { halfYearsOf, inYear, isMaintained } from './half-years.js';
import { averageInHundredths, averageReaches, byCriterion, tally, type Tally } from './scoring.js';
import type { ExistingEvaluation } from './state.js';

/** The round's last score starts the time for the conclusion. */
export function submitScore({ points, comment }: SubmitScore, state: ExistingEvaluation, context: Context): Decision {
  const others = yetToScore(state).filter((subject) => subject !== context.actor.subject);
  const last = others.length === 0 ? { dueAt: dueBy('conclusion', context, state.year) } : {};
  const { round, rubric } = state;
  return { type: 'ScoreSubmitted', data: { round, rubric, points: byCriterion(points), comment, ...last } };
}

export const withdrawScore = (_command: unknown, { round }: ExistingEvaluation): Decision => ({
  type: 'ScoreWithdrawn',
  data: { round },
});

/** Sets single points anew; what the members gave stays beside it. */
export const moderateScores = (
  { adjustments }: ModerateScores,
  { round, year }: ExistingEvaluation,
  context: Context,
): Decision => ({ type: 'ScoresModerated', data: { round, adjustments, dueAt: dueBy('conclusion', context, year) } });

const evidencedIn = (model: ModelState, year: number): readonly string[] => {
  const activities: readonly Activity[] = model.status === 'none' ? [] : model.activities;
  return inYear(
    activities.filter((it) => it.evidence.length > 0).map((it) => it.on),
    year,
  );
};

/** The first year is the reporting year in which implementation began. */
const isFirstYear = (model: ModelState, year: number): boolean =>
  model.status !== 'none' && (model.startedOn ?? '') >= halfYearsOf(year)[0].from;

function verdictOn(sums: Tally, evidenced: readonly string[], effectiveScore: number): Verdict {
  if (evidenced.length === 0) return 'INSUFFICIENT_EVIDENCE';
  return sums.gatesPassed && averageReaches(sums, effectiveScore) ? 'EFFECTIVE' : 'NOT_EFFECTIVE';
}

/** Follows from the scores, the rubric's gates and the year's evidence alone: whoever concludes chooses nothing. */
export function concludeEvaluation(
  _command: unknown,
  state: ExistingEvaluation,
  context: Context,
  reads: { readonly model: Loaded<ModelState> },
): Decision {
  const { criteria, scores, adjustments, rubric, round, year } = state;
  const sums = tally(criteria, scores, adjustments);
  const evidenced = evidencedIn(reads.model.state, year);
  const verdict = verdictOn(sums, evidenced, context.policy.evaluation.effectiveScore);
  const maintained = isMaintained(evidenced, year, isFirstYear(reads.model.state, year));
  const objectionsBefore = dueBy('objection', context, year);
  return {
    type: 'EvaluationConcluded',
    data: { rubric, round, score: averageInHundredths(sums), verdict, maintained, ...sums, objectionsBefore },
  };
}
