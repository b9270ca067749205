import { text } from '#kernel';
import { sentenceOfSome } from '../figures.js';
import type { Measure } from './measure.js';

/** Dossiers in which an award was granted and stands. */
const COMMENDED = `SELECT count(*) AS made FROM asked
  JOIN commendation AS awarded ON awarded.campaign = asked.campaign AND awarded.year = asked.year AND awarded.granted > 0`;
/** Replications that were decided, whatever became of them. */
const REPLICATED = `SELECT count(*) AS made FROM asked
  JOIN replication AS spread ON spread.campaign = asked.campaign AND spread.year = asked.year AND spread.decided = 1`;

/** T-4, “hằng năm lựa chọn các mô hình tiêu biểu”: at least one decision each year; the denominator is what is required. */
export const selectionsMade: Measure = {
  key: 'T-4',
  counts: [
    {
      reading: 'SINGLE',
      sql: `SELECT sum(made) AS numerator, 1 AS denominator FROM (${COMMENDED} UNION ALL ${REPLICATED})`,
    },
  ],
  sentence: (figure) =>
    sentenceOfSome(figure, text('quyết định lựa chọn mô hình tiêu biểu', 'decisions on outstanding models')),
};
