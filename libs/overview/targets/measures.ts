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
