import type { UnitDuty } from '../duties/unit-duty.js';
import { OBLIGATED, someDossier } from '../duties/without.js';
import { sentenceOfAll } from '../figures.js';
import type { Measure } from './measure.js';

/** The target that everybody fulfils the duty: the roster as it stood on the day is the denominator. */
export const measureOf = (duty: UnitDuty): Measure => ({
  key: duty.key,
  counts: duty.readings.map(({ reading, metBy }) => ({
    reading,
    sql: `SELECT count(*) FILTER (WHERE ${someDossier(duty, metBy)}) AS numerator, count(*) AS denominator
      FROM asked JOIN "unit" ON ${OBLIGATED}`,
  })),
  sentence: (figure) => sentenceOfAll(figure, duty.done),
});
