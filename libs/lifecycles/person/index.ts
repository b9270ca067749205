export type { PersonCommand } from './commands.js';
export { personFold, survivorOf } from './state.js';
