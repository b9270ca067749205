export type { UnitCommand } from './commands.js';
export { dayAsked, dayOf, factOn, on, since, type Since } from './dated.js';
export type { RosterBasis, UnitEvent, UnitKind } from './events.js';
export { activeUnit, unitIsActive, unitIsObligated } from './guards.js';
export { unitId, unitLifecycle } from './lifecycle.js';
export { obligatedOnSql } from './obligation.js';
export { isNamed, namesOf, plainName } from './plain-name.js';
export { unitRefusals } from './refusals.js';
export { nameOn, standingOn, unitFold, type Standing, type UnitState } from './state.js';
