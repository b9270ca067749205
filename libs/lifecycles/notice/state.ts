import type { Fold, Recorded } from '#kernel';
import { noticeEvents, type NoticeContent, type NoticeEvent } from './events.js';

/** Everything known of a notice; each instant is when it was recorded. */
export interface NoticeFacts extends NoticeContent {
  readonly remindedAt?: string;
  readonly overdueAt?: string;
  /** From when the authorities are told. */
  readonly escalateAt?: string;
  readonly escalatedAt?: string;
  readonly settledAt?: string;
}

type In<Status extends string> = NoticeFacts & { readonly status: Status };
/** Where a notice stands. */
export type NoticeState =
  { readonly status: 'none' } | In<'reminded'> | In<'overdue'> | In<'escalated'> | In<'settled'>;
/** A notice that has been given. */
export type Notice = Exclude<NoticeState, { status: 'none' }>;

/** What was said before stays known; for whom and what for is as it was said last. */
const said = (state: NoticeState, content: NoticeContent): NoticeFacts => {
  const { status: _status, ...before } = state as Partial<Notice>;
  return { ...before, ...content, settledAt: undefined };
};

function evolve(state: NoticeState, { event, meta: { recordedAt } }: Recorded<NoticeEvent>): NoticeState {
  switch (event.type) {
    case 'DeadlineReminded':
      return { ...said(state, event.data), status: 'reminded', remindedAt: recordedAt };
    case 'OverdueNoted':
      return { ...said(state, event.data), status: 'overdue', overdueAt: recordedAt };
    case 'OverdueEscalated':
      return state.status === 'none' ? state : { ...state, status: 'escalated', escalatedAt: recordedAt };
    case 'NoticeSettled':
      return state.status === 'none' ? state : { ...state, status: 'settled', settledAt: recordedAt };
    default:
      return event satisfies never;
  }
}

export const noticeFold: Fold<NoticeState, NoticeEvent> = {
  name: 'notice',
  initial: { status: 'none' },
  evolve,
  events: noticeEvents,
};
