import type { OutreachPlan } from './events.js';

export interface PlanOutreach extends OutreachPlan {
  readonly type: 'PlanOutreach';
}
export interface RecordOutreachHeld {
  readonly type: 'RecordOutreachHeld';
  readonly id: string;
  readonly attendance: number;
}
export interface ConfirmOutreach {
  readonly type: 'ConfirmOutreach';
  readonly id: string;
}
export interface CancelOutreach {
  readonly type: 'CancelOutreach';
  readonly id: string;
}

export type OutreachCommand = PlanOutreach | RecordOutreachHeld | ConfirmOutreach | CancelOutreach;
