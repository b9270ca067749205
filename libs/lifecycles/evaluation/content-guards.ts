import { localDateOf } from '#calendar';
import { futureRefusal, type ContentGuard } from '#kernel';
import type { CriterionPoints, ModerateScores, RecordSiteVisit } from './commands.js';
import { evaluationRefusals } from './refusals.js';
import { boundsRefusal, pointsRefusal } from './scoring.js';
import type { ExistingEvaluation } from './state.js';

/** Every criterion of the rubric has points, once and within its bounds. */
export const pointsFollowRubric: ContentGuard<
  ExistingEvaluation,
  unknown,
  { readonly points: readonly CriterionPoints[] }
> = {
  rule: 'pointsFollowRubric',
  checkContent: ({ points }, { criteria, rubric }) =>
    pointsRefusal(criteria, points, 'points') ?? { rubric, criteria: criteria.length },
};

/** Only what was given is set anew, each point once and within its bounds. */
export const adjustmentsAreFounded: ContentGuard<ExistingEvaluation, unknown, ModerateScores> = {
  rule: 'adjustmentsAreFounded',
  checkContent: ({ adjustments }, { scores, criteria, rubric, round }) => {
    if (adjustments.length === 0) return evaluationRefusals.adjustmentsEmpty({}, ['adjustments']);
    const places = new Set(adjustments.map((it) => `${it.subject} ${it.criterion}`));
    const unscored = adjustments.some(({ subject }) => !scores.some((score) => score.subject === subject));
    if (unscored || places.size < adjustments.length)
      return evaluationRefusals.adjustmentUnfounded({}, ['adjustments']);
    for (const [at, adjustment] of adjustments.entries()) {
      const refusal = boundsRefusal(criteria, adjustment, ['adjustments', String(at)]);
      if (refusal) return refusal;
    }
    return { rubric, round, adjustments: adjustments.length };
  },
};

/** Only a visit that has taken place is recorded. */
export const visitHasHappened: ContentGuard<ExistingEvaluation, unknown, RecordSiteVisit> = {
  rule: 'visitHasHappened',
  checkContent: ({ on }, _state, _reads, { now }) => futureRefusal(on, localDateOf(now), ['on']) ?? { on },
};
