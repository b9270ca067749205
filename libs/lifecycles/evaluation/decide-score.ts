import { isRefusal, type Loaded } from '#kernel';
import type { Activity, ModelState } from '#lifecycles/model';
import type { ModerateScores, SubmitScore } from './commands.js';
import { due, type Context, type Decision } from './decide.js';
import type { Verdict } from './events.js';
import { halfYearsOf, inYear, isMaintained } from './half-years.js';
import { evaluationRefusals } from './refusals.js';
import { averageInHundredths, averageReaches, boundsRefusal, pointsBy, tally, type Tally } from './scoring.js';
import { scoringMembers, type ExistingEvaluation } from './state.js';

export function submitScore(
  { points: given, comment }: SubmitScore,
  state: ExistingEvaluation,
  context: Context,
): Decision {
  const points = pointsBy(state.criteria, given, 'points');
  if (isRefusal(points)) return points;
  const { subject } = context.actor;
  const missing = scoringMembers(state).filter(
    (it) => it.subject !== subject && !state.scores.some((score) => score.subject === it.subject),
  ).length;
  const last = missing === 0 ? { dueAt: due('conclusion', context, state.year) } : {};
  return {
    type: 'ScoreSubmitted',
    data: { subject, round: state.round, rubric: state.rubric, points, comment, ...last },
  };
}

export const withdrawScore = (_command: unknown, { round }: ExistingEvaluation, { actor }: Context): Decision => ({
  type: 'ScoreWithdrawn',
  data: { subject: actor.subject, round },
});

/** Sets single points anew; what the members gave stays beside it. */
export function moderateScores({ adjustments }: ModerateScores, state: ExistingEvaluation, context: Context): Decision {
  if (adjustments.length === 0) return evaluationRefusals.adjustmentsEmpty({}, ['adjustments']);
  const places = new Set(adjustments.map((it) => `${it.subject} ${it.criterion}`));
  const unscored = adjustments.some(({ subject }) => !state.scores.some((score) => score.subject === subject));
  if (unscored || places.size < adjustments.length) return evaluationRefusals.adjustmentUnfounded({}, ['adjustments']);
  for (const [at, adjustment] of adjustments.entries()) {
    const refusal = boundsRefusal(state.criteria, adjustment, ['adjustments', String(at)]);
    if (refusal) return refusal;
  }
  return {
    type: 'ScoresModerated',
    data: { round: state.round, adjustments, dueAt: due('conclusion', context, state.year) },
  };
}

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

function verdictOn(sums: Tally, evidenced: readonly string[], effectiveFrom: number): Verdict {
  if (evidenced.length === 0) return 'INSUFFICIENT_EVIDENCE';
  return sums.gatesPassed && averageReaches(sums, effectiveFrom) ? 'EFFECTIVE' : 'NOT_EFFECTIVE';
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
  const minimum = context.policy.panel.minimumMembers;
  if (sums.members < minimum) return evaluationRefusals.panelTooSmall({ members: sums.members, minimum });
  const evidenced = evidencedIn(reads.model.state, year);
  const verdict = verdictOn(sums, evidenced, context.policy.evaluation.effectiveFrom);
  const maintained = isMaintained(evidenced, year, isFirstYear(reads.model.state, year));
  const times = { concludedAt: context.now, objectionsBefore: due('objection', context, year) };
  return {
    type: 'EvaluationConcluded',
    data: { rubric, round, score: averageInHundredths(sums), verdict, maintained, ...sums, ...times },
  };
}
