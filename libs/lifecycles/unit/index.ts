export type { UnitCommand } from './commands.js';
export type { RosterBasis, UnitEvent, UnitKind } from './events.js';
export { activeUnit, unitIsActive, unitIsObligated } from './guards.js';
export { unitId, unitLifecycle } from './lifecycle.js';
export { obligatedOnSql } from './obligation.js';
export { standingOn, unitFold, type Standing, type UnitState } from './state.js';
export { plainName } from './plain-name.js';
