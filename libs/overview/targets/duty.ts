import { obligatedOnSql } from '#lifecycles/unit';
import { quoted } from '#views';
import type { Text } from '#kernel';
import { isAll, sentenceOfAll } from '../figures.js';
import type { Count, Measure, Reading } from './measure.js';

/** What every obligated unit must have in a cycle (T-1, T-2). */
export interface Duty {
  readonly key: string;
  readonly lifecycle: string;
  /** Who has done it, as the sentence says it. */
  readonly done: Text;
  /** The column of the cycle with the exclusive deadline. */
  readonly due: 'plans_before' | 'registrations_before';
  readonly readings: readonly {
    readonly reading: Reading;
    readonly primary: Count['primary'];
    /** Which dossiers `it` of the unit and cycle fulfil the duty, as a condition in SQL. */
    readonly metBy: string;
  }[];
}

const obligated = obligatedOnSql('"unit".id', 'asked.as_of');

const fulfilled = ({ lifecycle }: Duty, metBy: string): string =>
  `EXISTS (SELECT 1 FROM ${quoted(lifecycle)} AS it
    WHERE it.unit = "unit".id AND it.campaign = asked.campaign AND it.year = asked.year AND ${metBy})`;

/** The target that everybody fulfils the duty: the roster as it stood on the day is the denominator. */
export const measureOf = (duty: Duty): Measure => ({
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
export const unitsWithoutSql = (duty: Duty, metBy: string, visible: string): string =>
  `SELECT "unit".id AS unit FROM asked JOIN "unit" ON ${obligated}
    WHERE NOT ${fulfilled(duty, metBy)} AND ${visible} ORDER BY "unit".name, "unit".id`;
