import type { Prose } from '#kernel';
import type { Adjustment } from './events.js';

interface On {
  readonly id: string;
}

/** Names the registration by what its identity follows from; what is said here must agree with it. */
export interface PlanEvaluation {
  readonly type: 'PlanEvaluation';
  readonly campaign: string;
  readonly unit: string;
  readonly model: string;
  readonly year: number;
}
/** Points for one criterion of the cycle's rubric. */
export interface CriterionPoints {
  readonly criterion: string;
  readonly points: number;
}
export interface SubmitSelfEvaluation extends On {
  readonly type: 'SubmitSelfEvaluation';
  readonly points: readonly CriterionPoints[];
  readonly statement: Prose;
}
/** Home Affairs sends it back to be completed. */
export interface ReturnSelfEvaluation extends On {
  readonly type: 'ReturnSelfEvaluation';
}
/** The unit takes it back to change it. */
export interface WithdrawSelfEvaluation extends On {
  readonly type: 'WithdrawSelfEvaluation';
}
/** A seat on the panel; the unit comes from the subject's own role, never from the command. */
export interface Seat {
  readonly subject: string;
  readonly lead: boolean;
}
export interface AppointPanel extends On {
  readonly type: 'AppointPanel';
  readonly members: readonly Seat[];
}
export interface OpenPanel extends On {
  readonly type: 'OpenPanel';
}
export interface DeclareRecusal extends On {
  readonly type: 'DeclareRecusal';
}
export interface ReplacePanelist extends On {
  readonly type: 'ReplacePanelist';
  readonly subject: string;
  readonly by: string;
}
export interface SubmitScore extends On {
  readonly type: 'SubmitScore';
  readonly points: readonly CriterionPoints[];
  readonly comment: Prose;
}
export interface WithdrawScore extends On {
  readonly type: 'WithdrawScore';
}
export interface RecordSiteVisit extends On {
  readonly type: 'RecordSiteVisit';
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly place: string;
  readonly findings: Prose;
}
export interface ModerateScores extends On {
  readonly type: 'ModerateScores';
  readonly adjustments: readonly Adjustment[];
}
export interface ConcludeEvaluation extends On {
  readonly type: 'ConcludeEvaluation';
}
export interface LodgeObjection extends On {
  readonly type: 'LodgeObjection';
}
export interface DismissObjection extends On {
  readonly type: 'DismissObjection';
}
export interface UpholdObjection extends On {
  readonly type: 'UpholdObjection';
}
export interface ReopenEvaluation extends On {
  readonly type: 'ReopenEvaluation';
  /** Members found to have had a conflict: they do not score again. */
  readonly conflicted: readonly string[];
}
export interface CancelEvaluation extends On {
  readonly type: 'CancelEvaluation';
}
/** Follows the model to the unit that has taken it over. */
export interface TransferEvaluation extends On {
  readonly type: 'TransferEvaluation';
}

export type EvaluationCommand =
  | PlanEvaluation
  | SubmitSelfEvaluation
  | ReturnSelfEvaluation
  | WithdrawSelfEvaluation
  | AppointPanel
  | OpenPanel
  | DeclareRecusal
  | ReplacePanelist
  | SubmitScore
  | WithdrawScore
  | RecordSiteVisit
  | ModerateScores
  | ConcludeEvaluation
  | LodgeObjection
  | DismissObjection
  | UpholdObjection
  | ReopenEvaluation
  | CancelEvaluation
  | TransferEvaluation;
