export type { AccessCommand } from './commands.js';
export type { AccessEvent, DelegationData } from './events.js';
export { accessLifecycle } from './lifecycle.js';
export { accessFold, delegatedGrants, ownGrants, type AccessState } from './state.js';
