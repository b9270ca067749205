export { DUPLICATE_OUTCOMES, type DuplicateOutcome, type RegistrationCommand } from './commands.js';
export { DUPLICATE_GROUNDS, type DuplicateGround, type DuplicateSuspicion, type RegistrationDraft, type RegistrationEvent } from './events.js';
export { registrationLifecycle } from './lifecycle.js';
export { registrationFold, registrationId, type ExistingRegistration, type RegistrationFacts, type RegistrationState } from './state.js';
