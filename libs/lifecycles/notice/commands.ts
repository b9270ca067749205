import type { NoticeContent } from './events.js';

/** Those whom a step waits for are reminded of its deadline. */
export interface RemindOfDeadline extends NoticeContent {
  readonly type: 'RemindOfDeadline';
}
/** The deadline has passed and the step has not been taken. */
export interface NoteOverdue extends NoticeContent {
  readonly type: 'NoteOverdue';
}
/** It has still not been taken: the authorities are told. */
export interface EscalateOverdue {
  readonly type: 'EscalateOverdue';
  readonly id: string;
}
/** Nobody waits for it any more. */
export interface SettleNotice {
  readonly type: 'SettleNotice';
  readonly id: string;
}

export type NoticeCommand = RemindOfDeadline | NoteOverdue | EscalateOverdue | SettleNotice;
