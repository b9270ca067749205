export type { CommendationCommand } from './commands.js';
export type { CommendationEvent } from './events.js';
export { commendationFold } from './evolve.js';
export { effectiveRefusal, evaluationOf } from './guard-models.js';
export { isWhole, personIn, type Recipient, type RecipientDraft } from './items.js';
export { collectivesIn, registeredAs, unitsIn, type WithRegister } from './registered.js';
export { commendationRefusals } from './refusals.js';
export type { CommendationState } from './state.js';
