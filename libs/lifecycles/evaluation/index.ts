export type { EvaluationCommand } from './commands.js';
export type {
  Adjustment,
  AppointedMember,
  EvaluationEvent,
  EvaluationSubject,
  Points,
  ScoreData,
  SiteVisit,
  Verdict,
} from './events.js';
export { evaluationId } from './lifecycle.js';
export {
  evaluationFold,
  type Conclusion,
  type EvaluationFacts,
  type EvaluationState,
  type ExistingEvaluation,
  type Objection,
  type PanelMember,
} from './state.js';
