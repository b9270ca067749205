export type { EvaluationCommand } from './commands.js';
export type { Adjustment, AppointedMember, EvaluationEvent, EvaluationSubject, Points, Verdict } from './events.js';
export { evaluationId } from './lifecycle.js';
export type { Conclusion, Objection, PanelMember } from './parts.js';
export { isFoundEffective, restingOn } from './reliance.js';
export { evaluationFold, type EvaluationFacts, type EvaluationState, type ExistingEvaluation } from './state.js';
