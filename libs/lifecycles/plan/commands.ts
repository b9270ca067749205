import type { PlanContent } from './events.js';

interface On {
  readonly id: string;
}

export interface DraftPlan {
  readonly type: 'DraftPlan';
  readonly campaign: string;
  readonly unit: string;
  readonly year: number;
  readonly content: PlanContent;
}
export interface RevisePlan extends On {
  readonly type: 'RevisePlan';
  readonly content: PlanContent;
}
export interface IssuePlan extends On {
  readonly type: 'IssuePlan';
}
export interface SubmitPlan extends On {
  readonly type: 'SubmitPlan';
}
export interface ReceivePlan extends On {
  readonly type: 'ReceivePlan';
}
export interface ReturnPlan extends On {
  readonly type: 'ReturnPlan';
}
export interface AcceptPlan extends On {
  readonly type: 'AcceptPlan';
}
export interface AmendPlan extends On {
  readonly type: 'AmendPlan';
  readonly content: PlanContent;
}
export interface ReplacePlan extends On {
  readonly type: 'ReplacePlan';
  readonly content: PlanContent;
}
export interface IssuePlanErratum extends On {
  readonly type: 'IssuePlanErratum';
  readonly correction: string;
}
export interface WithdrawPlan extends On {
  readonly type: 'WithdrawPlan';
}
export interface DetectOverduePlan extends On {
  readonly type: 'DetectOverduePlan';
}

/** The commands that bring new content. */
export type WithContent = DraftPlan | RevisePlan | AmendPlan | ReplacePlan;

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
  | WithdrawPlan
  | DetectOverduePlan;
