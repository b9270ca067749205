export type { RecipientCommand } from './commands.js';
export { noneIsDouble, personsIn, type WithDoubles } from './doubles.js';
export { noneHeld, type WithHolds } from './held.js';
export { recipientKey, type RecipientIdentity } from './key.js';
export { recipientRefusals } from './refusals.js';
export { recipientFold, type RecipientState } from './state.js';
