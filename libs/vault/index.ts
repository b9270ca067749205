export { openAttemptLog, type AttemptPage, type OpenAttemptLog, type RecordedAttempt } from './attempt-log.js';
export { VaultFault } from './fault.js';
export { keyRingStands, openKeyRing, type KeyRingOptions, type OpenKeyRing } from './key-ring.js';
export { loadOrCreateSecret, loadOrCreateSecret as loadOrCreateKek } from './secret-file.js';
