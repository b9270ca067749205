import type { Criterion } from '#lifecycles/campaign';
import type { Refusal } from '#kernel';
import type { Adjustment, Points, ScoreData } from './events.js';
import { evaluationRefusals } from './refusals.js';

/** Points that follow the rubric: every criterion once, whole, within its bounds. */
export function pointsRefusal(points: Points, criteria: readonly Criterion[], path: string): Refusal | undefined {
  const unknown = Object.keys(points).find((key) => !criteria.some((it) => it.key === key));
  if (unknown !== undefined) return evaluationRefusals.criterionUnknown({ criterion: unknown }, [path, unknown]);
  for (const criterion of criteria) {
    const refusal = oneRefusal(points[criterion.key], criterion, path);
    if (refusal) return refusal;
  }
  return undefined;
}

function oneRefusal(given: number | undefined, { key, points: most }: Criterion, path: string): Refusal | undefined {
  if (given === undefined) return evaluationRefusals.criterionMissing({ criterion: key }, [path, key]);
  const sound = Number.isInteger(given) && given >= 0 && given <= most;
  return sound ? undefined : evaluationRefusals.pointsOutside({ criterion: key, most }, [path, key]);
}

/** The points that count for one criterion of one score: the adjusted ones where moderation set them. */
const counted = (score: ScoreData, criterion: string, adjustments: readonly Adjustment[]): number =>
  adjustments.find((it) => it.subject === score.subject && it.criterion === criterion)?.points ?? score.points[criterion] ?? 0;

/** A round's sums, all whole numbers. */
export interface Tally {
  readonly members: number;
  /** The sum of all members' totals. */
  readonly total: number;
  /** Every gate criterion's average is at least half of its points. */
  readonly gatesPassed: boolean;
}

/** Adds up a round. With nobody having scored no gate is passed. */
export function tally(criteria: readonly Criterion[], scores: readonly ScoreData[], adjustments: readonly Adjustment[]): Tally {
  const members = scores.length;
  const sum = (criterion: Criterion): number => scores.reduce((whole, score) => whole + counted(score, criterion.key, adjustments), 0);
  const total = criteria.reduce((whole, criterion) => whole + sum(criterion), 0);
  const gatesPassed = members > 0 && criteria.filter((it) => it.gate).every((gate) => 2 * sum(gate) >= gate.points * members);
  return { members, total, gatesPassed };
}

/** The average of the members' totals in hundredths of a point, half a hundredth rounded up; 0 when nobody has scored. */
export const averageInHundredths = ({ members, total }: Tally): number => (members === 0 ? 0 : Math.floor((200 * total + members) / (2 * members)));

/** True when the exact average, before any rounding, reaches a number of points. */
export const averageReaches = ({ members, total }: Tally, points: number): boolean => members > 0 && total >= points * members;
