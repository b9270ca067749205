export type { OutreachCommand } from './commands.js';
export type { OutreachEvent } from './events.js';
export { outreachLifecycle } from './lifecycle.js';
export { outreachFold, type OutreachState } from './state.js';
