export type { CollectiveCommand } from './commands.js';
export { registeredForGood } from './register.js';
export { collectiveFold, collectiveNameOn, type CollectiveState } from './state.js';
