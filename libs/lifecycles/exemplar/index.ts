export type { ExemplarCommand } from './commands.js';
export type { ExemplarEvent } from './events.js';
export { exemplarLifecycle } from './lifecycle.js';
export { exemplarFold, type ExemplarState } from './state.js';
