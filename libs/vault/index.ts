export {
  openAttemptLog,
  type AttemptLogOptions,
  type AttemptPage,
  type OpenAttemptLog,
  type RecordedAttempt,
} from './attempt-log.js';
export { VaultFault } from './fault.js';
export { keyRingStands, openKeyRing, type KeyRingOptions } from './key-ring.js';
export type { OpenKeyRing } from './ring.js';
export { loadOrCreateSecret, loadOrCreateSecret as loadOrCreateKek } from './secret-file.js';
