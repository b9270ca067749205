import { measureOf, type Duty } from './duty.js';
import type { Measure } from './measure.js';
import { modelsEffective } from './models-effective.js';
import { modelsRegistered } from './models-registered.js';
import { plansIssued } from './plans-issued.js';
import { selectionsMade } from './selections-made.js';

/** What units may be late with. */
export const duties = { PLAN: plansIssued, REGISTRATION: modelsRegistered } as const satisfies Record<string, Duty>;
/** The name of a duty. */
export type DutyName = keyof typeof duties;

/** How each target is measured, in the order of their keys. */
export const measures: readonly Measure[] = [
  measureOf(plansIssued),
  measureOf(modelsRegistered),
  modelsEffective,
  selectionsMade,
];
