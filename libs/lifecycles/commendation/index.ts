export type { CommendationCommand } from './commands.js';
export {
  CANCELLATION_GROUNDS, HOLD_GROUNDS, OPINIONS, type CancellationGround, type CommendationEvent, type CouncilVote, type HoldGround, type Level, type OpinionGiven,
} from './events.js';
export { evaluationOf } from './guards.js';
export { fingerprintOf, FORMS, RECIPIENT_KINDS, type CommendationForm, type Recipient, type RecipientKind } from './items.js';
export { commendationLifecycle } from './lifecycle.js';
export { commendationFold, openItems, type CommendationState, type Dossier, type Item } from './state.js';
