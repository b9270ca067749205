import { literal } from '../sql.js';
import { duties } from '../duties/index.js';
import { measureOf } from './duty.js';
import type { Measure } from './measure.js';
import { modelsEffective } from './models-effective.js';
import { selectionsMade } from './selections-made.js';

/** How each target is measured, in the order of their keys. */
export const measures: readonly Measure[] = [
  measureOf(duties.PLAN),
  measureOf(duties.REGISTRATION),
  modelsEffective,
  selectionsMade,
];

/** Every reading of every target, one row for each: a SELECT over `asked`. */
export const EVERY_COUNT = measures
  .flatMap(({ key, counts }) =>
    counts.map(
      ({ reading, sql }) =>
        `SELECT ${literal(key)} AS key, ${literal(reading)} AS reading, numerator, denominator FROM (${sql})`,
    ),
  )
  .join(' UNION ALL ');
