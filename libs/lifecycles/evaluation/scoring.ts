import type { Criterion } from '#lifecycles/campaign';
import type { Json, Refusal } from '#kernel';
import type { CriterionPoints } from './commands.js';
import type { Adjustment, Points } from './events.js';
import { evaluationRefusals } from './refusals.js';
import type { Score } from './parts.js';

/**
 * Why points are not as the rubric wants them: every criterion once, whole, within its bounds.
 * @returns a refusal whose path begins with `path`
 */
export function pointsRefusal(
  criteria: readonly Criterion[],
  given: readonly CriterionPoints[],
  path: string,
): Refusal | undefined {
  for (const [at, one] of given.entries()) {
    const twice = given.findIndex((it) => it.criterion === one.criterion) < at;
    const refusal = twice
      ? evaluationRefusals.criterionTwice(named(criteria, one.criterion), [path, String(at)])
      : boundsRefusal(criteria, one, [path, String(at)]);
    if (refusal) return refusal;
  }
  const missing = criteria.find((it) => !given.some((one) => one.criterion === it.key));
  return missing && evaluationRefusals.criterionMissing(named(criteria, missing.key), [path]);
}

/** Points by the key of their criterion. */
export const byCriterion = (given: readonly CriterionPoints[]): Points =>
  Object.fromEntries(given.map(({ criterion, points }) => [criterion, points]));

/** The criterion by its key and, for people, by its label. */
const named = (criteria: readonly Criterion[], key: string): { readonly criterion: string; readonly name: Json } => ({
  criterion: key,
  name: { ...(criteria.find((it) => it.key === key)?.label ?? { vi: key, en: key }) },
});

/** Why points cannot stand for a criterion: it is not in the rubric, or they are out of its bounds. */
export function boundsRefusal(
  criteria: readonly Criterion[],
  { criterion, points }: CriterionPoints,
  path: readonly string[],
): Refusal | undefined {
  const most = criteria.find((it) => it.key === criterion)?.points;
  if (most === undefined) return evaluationRefusals.criterionUnknown({ criterion }, [...path, 'criterion']);
  const sound = Number.isInteger(points) && points >= 0 && points <= most;
  return sound
    ? undefined
    : evaluationRefusals.pointsOutside({ ...named(criteria, criterion), most }, [...path, 'points']);
}

/** The points that count for one criterion of one score: the adjusted ones where moderation set them. */
const counted = (score: Score, criterion: string, adjustments: readonly Adjustment[]): number =>
  adjustments.find((it) => it.subject === score.subject && it.criterion === criterion)?.points ??
  score.points[criterion] ??
  0;

/** A round's sums, all whole numbers. */
export interface Tally {
  readonly members: number;
  /** The sum of all members' totals. */
  readonly total: number;
  /** Every gate criterion's average is at least half of its points. */
  readonly gatesPassed: boolean;
}

/** Adds up a round. With nobody having scored no gate is passed. */
export function tally(
  criteria: readonly Criterion[],
  scores: readonly Score[],
  adjustments: readonly Adjustment[],
): Tally {
  const members = scores.length;
  const sum = (criterion: Criterion): number =>
    scores.reduce((whole, score) => whole + counted(score, criterion.key, adjustments), 0);
  const total = criteria.reduce((whole, criterion) => whole + sum(criterion), 0);
  const gatesPassed =
    members > 0 && criteria.filter((it) => it.gate).every((gate) => 2 * sum(gate) >= gate.points * members);
  return { members, total, gatesPassed };
}

/** The average of the members' totals in hundredths of a point, half a hundredth rounded up; 0 when nobody has scored. */
export const averageInHundredths = ({ members, total }: Tally): number =>
  members === 0 ? 0 : Math.floor((200 * total + members) / (2 * members));

/** True when the exact average, before any rounding, reaches a number of points. */
export const averageReaches = ({ members, total }: Tally, points: number): boolean =>
  members > 0 && total >= points * members;
