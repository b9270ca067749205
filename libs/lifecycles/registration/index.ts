export type { DuplicateOutcome, RegistrationCommand } from './commands.js';
export type { DuplicateGround, RegistrationDraft, RegistrationEvent } from './events.js';
export { registrationLifecycle } from './lifecycle.js';
export {
  registrationFold,
  registrationId,
  type DuplicateSuspicion,
  type ExistingRegistration,
  type RegistrationFacts,
  type RegistrationState,
} from './state.js';
