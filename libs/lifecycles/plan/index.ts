export type { PlanCommand } from './commands.js';
export type { PlanContent, PlanEvent, PlanMode } from './events.js';
export { planId } from './lifecycle.js';
export type { PlanState } from './state.js';
