import { sentenceOfShare } from '../figures.js';
import type { Measure } from './measure.js';

/** An evaluation in force says that the model was effective and kept up; one under objection or reopened is not in force. */
const EFFECTIVE = `it.status = 'accepted' AND EXISTS (SELECT 1 FROM evaluation
  WHERE evaluation.registration = it.id AND evaluation.status = 'concluded' AND evaluation.verdict = 'EFFECTIVE' AND evaluation.maintained = 1)`;

/** Registrations of the cycle that were accepted; what was merged into another is that other one, and never counts twice. */
const share = (
  statuses: string,
): string => `SELECT count(*) FILTER (WHERE ${EFFECTIVE}) AS numerator, count(*) AS denominator
  FROM asked JOIN registration AS it ON it.campaign = asked.campaign AND it.year = asked.year
  WHERE it.accepted_at IS NOT NULL AND it.status IN (${statuses})`;

/**
 * T-3, “trên 90%”: strictly more. What was given up after its start stays in the denominator and out of the numerator; what was
 * cancelled before it leaves, unless the policy keeps it.
 */
export const modelsEffective: Measure = {
  key: 'T-3',
  counts: [
    {
      reading: 'EXCLUDING_CANCELLED',
      sql: share(`'accepted', 'abandoned'`),
    },
    {
      reading: 'INCLUDING_CANCELLED',
      sql: share(`'accepted', 'abandoned', 'cancelled'`),
    },
  ],
  sentence: sentenceOfShare,
};
