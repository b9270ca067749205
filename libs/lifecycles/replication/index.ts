export type { ReplicationCommand } from './commands.js';
export type { ReplicationEvent } from './events.js';
export { replicationLifecycle } from './lifecycle.js';
export { replicationFold, type ReplicationState } from './state.js';
