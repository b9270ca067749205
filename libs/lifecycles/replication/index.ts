export type { ReplicationCommand } from './commands.js';
export { SCOPES, type AdoptionMeasure, type ReplicationEvent, type Scope } from './events.js';
export { replicationLifecycle } from './lifecycle.js';
export { ADOPTION_STATUSES, adoptionOf, replicationFold, spreadOf, type Adoption, type AdoptionStatus, type Replication, type ReplicationState } from './state.js';
