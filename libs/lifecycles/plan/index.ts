export type { PlanCommand } from './commands.js';
export type { PlanContent, PlanEvent, PlanMode } from './events.js';
export { planId, planLifecycle } from './lifecycle.js';
export { planFold, type PlanState } from './state.js';
