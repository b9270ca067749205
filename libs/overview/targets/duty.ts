import { obligatedOnSql } from '#lifecycles/unit';
import { quoted } from '#views';
import type { UnitDuty } from '../duties/unit-duty.js';
import { isAll, sentenceOfAll } from '../figures.js';
import type { Measure } from './measure.js';

const obligated = obligatedOnSql('"unit".id', 'asked.as_of');

const fulfilled = ({ lifecycle }: UnitDuty, metBy: string): string =>
  `EXISTS (SELECT 1 FROM ${quoted(lifecycle)} AS it
    WHERE it.unit = "unit".id AND it.campaign = asked.campaign AND it.year = asked.year AND ${metBy})`;

/** The target that everybody fulfils the duty: the roster as it stood on the day is the denominator. */
export const measureOf = (duty: UnitDuty): Measure => ({
  key: duty.key,
  needs: ['unit', duty.lifecycle],
  counts: duty.readings.map(({ reading, primary, metBy }) => ({
    reading,
    primary,
    sql: `SELECT count(*) FILTER (WHERE ${fulfilled(duty, metBy)}) AS numerator, count(*) AS denominator
      FROM asked JOIN "unit" ON ${obligated}`,
  })),
  met: isAll,
  sentence: (figure) => sentenceOfAll(figure, duty.done),
});

/** The units that the duty binds and that have not fulfilled it, with a condition on `unit` for what may be seen. */
export const unitsWithoutSql = (duty: UnitDuty, metBy: string, visible: string): string =>
  `SELECT "unit".id AS unit FROM asked JOIN "unit" ON ${obligated}
    WHERE NOT ${fulfilled(duty, metBy)} AND ${visible} ORDER BY "unit".name, "unit".id`;
