export type { EvaluationCommand } from './commands.js';
export { VERDICTS, type Adjustment, type AppointedMember, type EvaluationEvent, type EvaluationSubject, type Points, type ScoreData, type SiteVisit, type Verdict } from './events.js';
export { evaluationId, evaluationLifecycle } from './lifecycle.js';
export { evaluationRefusals } from './refusals.js';
export { evaluationFold, scoringMembers, type Conclusion, type EvaluationFacts, type EvaluationState, type ExistingEvaluation, type Objection, type PanelMember } from './state.js';
