import type { Prose } from '#kernel';
import type { PlanContent } from './events.js';

interface On {
  readonly id: string;
}

/** A unit drafts its plan for a cycle. */
export interface DraftPlan {
  readonly type: 'DraftPlan';
  readonly campaign: string;
  readonly unit: string;
  readonly year: number;
  readonly content: PlanContent;
}
/** The draft is changed. */
export interface RevisePlan extends On {
  readonly type: 'RevisePlan';
  readonly content: PlanContent;
}
/** The head of the unit issues it by a document. */
export interface IssuePlan extends On {
  readonly type: 'IssuePlan';
}
/** It is sent to Home Affairs. */
export interface SubmitPlan extends On {
  readonly type: 'SubmitPlan';
}
/** Home Affairs confirms that it arrived. */
export interface ReceivePlan extends On {
  readonly type: 'ReceivePlan';
}
/** Home Affairs sends it back to be completed. */
export interface ReturnPlan extends On {
  readonly type: 'ReturnPlan';
}
/** Home Affairs accepts it. */
export interface AcceptPlan extends On {
  readonly type: 'AcceptPlan';
}
/** The unit changes the accepted plan by a document. */
export interface AmendPlan extends On {
  readonly type: 'AmendPlan';
  readonly content: PlanContent;
}
/** Another plan takes its place. */
export interface ReplacePlan extends On {
  readonly type: 'ReplacePlan';
  readonly content: PlanContent;
}
/** A slip of the pen in what was issued is put right. */
export interface IssuePlanErratum extends On {
  readonly type: 'IssuePlanErratum';
  readonly correction: Prose;
}
/** The unit takes it back. */
export interface WithdrawPlan extends On {
  readonly type: 'WithdrawPlan';
}

/** The commands that bring new content. */
export type WithContent = DraftPlan | RevisePlan | AmendPlan | ReplacePlan;

/** Everything that can be asked of a plan. */
export type PlanCommand =
  | DraftPlan
  | RevisePlan
  | IssuePlan
  | SubmitPlan
  | ReceivePlan
  | ReturnPlan
  | AcceptPlan
  | AmendPlan
  | ReplacePlan
  | IssuePlanErratum
  | WithdrawPlan;
