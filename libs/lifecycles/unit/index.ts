export type { UnitCommand } from './commands.js';
export { UNIT_KINDS, type RosterBasis, type UnitEvent, type UnitKind } from './events.js';
export { activeUnit, unitIsActive, unitIsObligated } from './guards.js';
export { unitId, unitLifecycle } from './lifecycle.js';
export { unitRefusals } from './refusals.js';
export { nameOn, on, standingOn, unitFold, type Standing, type UnitState } from './state.js';
