export type { PersonCommand } from './commands.js';
export { identityOf, personFold, survivorOf, type PersonState } from './state.js';
