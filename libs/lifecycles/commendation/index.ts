export type { CommendationCommand } from './commands.js';
export type { CommendationEvent } from './events.js';
export { commendationFold } from './evolve.js';
export { effectiveRefusal, evaluationOf } from './guard-models.js';
export { isWhole, personIn, recipientKey, type Recipient } from './items.js';
export { commendationRefusals } from './refusals.js';
export type { CommendationState } from './state.js';
