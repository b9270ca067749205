import { text } from '#kernel';
import { sentenceOfSome } from '../figures.js';
import type { Measure } from './measure.js';

/** Dossiers in which an award was granted and stands. */
const COMMENDED = `SELECT count(*) FROM commendation AS it WHERE it.campaign = asked.campaign AND it.year = asked.year AND it.granted > 0`;
/** Replications that were decided, whatever became of them. */
const REPLICATED = `SELECT count(*) FROM replication AS it
  WHERE it.campaign = asked.campaign AND it.year = asked.year AND it.decided = 1`;

/** T-4, “hằng năm lựa chọn các mô hình tiêu biểu”: at least one decision each year; the denominator is what is required. */
export const selectionsMade: Measure = {
  key: 'T-4',
  counts: [
    {
      reading: 'SINGLE',
      sql: `SELECT (${COMMENDED}) + (${REPLICATED}) AS numerator, 1 AS denominator FROM asked`,
    },
  ],
  sentence: (figure) =>
    sentenceOfSome(figure, text('quyết định lựa chọn mô hình tiêu biểu', 'decisions on outstanding models')),
};
