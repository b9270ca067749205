export type { CommendationCommand } from './commands.js';
export type { CommendationEvent } from './events.js';
export { effectiveRefusal, evaluationOf } from './guards.js';
export { isWhole, recipientKey, underOwnKey, type Recipient } from './items.js';
export { commendationRefusals } from './refusals.js';
export { commendationFold, type CommendationState } from './state.js';
