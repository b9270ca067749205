export type { DuplicateOutcome, RegistrationCommand } from './commands.js';
export type { DuplicateGround, DuplicateSuspicion, RegistrationDraft, RegistrationEvent } from './events.js';
export { registrationLifecycle } from './lifecycle.js';
export {
  registrationFold,
  registrationId,
  type ExistingRegistration,
  type RegistrationFacts,
  type RegistrationState,
} from './state.js';
