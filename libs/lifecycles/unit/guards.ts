import { localDateOf } from '#calendar';
import type { Facts, Guard, Loaded, Refusal } from '#kernel';
import { isObligatedOn } from './obligation.js';
import { unitRefusals } from './refusals.js';
import type { UnitState } from './state.js';

/** The unit of the case exists and operates. For transitions that read it as `unit`. */
export const unitIsActive: Guard<unknown, { readonly unit: Loaded<UnitState> }> = {
  rule: 'unitIsActive',
  check: (_state, { unit }) => activeUnit(unit),
};

/** The unit of the case is obligated on the day of the act. */
export const unitIsObligated: Guard<unknown, { readonly unit: Loaded<UnitState> }> = {
  rule: 'unitIsObligated',
  check: (_state, { unit }, { occurredAt }) => {
    const date = localDateOf(occurredAt);
    return isObligatedOn(unit.state, date)
      ? { unit: unit.id, date }
      : unitRefusals.notObligated({ unit: unit.id, date });
  },
};

/**
 * An operating unit as facts, or the refusal.
 * @param path where the command names the unit, when it does
 */
export const activeUnit = (unit: Loaded<UnitState>, path?: readonly string[]): Facts | Refusal =>
  unit.state.status === 'active' ? { unit: unit.id } : unitRefusals.notActive({ unit: unit.id }, path);
