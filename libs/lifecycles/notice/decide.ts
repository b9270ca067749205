import type { DecideContext } from '#kernel';
import type { NoteOverdue, RemindOfDeadline } from './commands.js';
import type { NoticeContent, NoticeEvent } from './events.js';
import type { Notice, NoticeState } from './state.js';
import { escalationAt, type NoticePolicy } from './timing.js';

type Events = readonly NoticeEvent[];

const contentOf = ({ type: _type, ...content }: RemindOfDeadline | NoteOverdue): NoticeContent => content;

/** Once for a deadline, and never after it was found overdue. */
export const remind = (command: RemindOfDeadline, state: NoticeState): Events =>
  state.status !== 'none' && (state.remindedAt ?? state.overdueAt) !== undefined
    ? []
    : [{ type: 'DeadlineReminded', data: contentOf(command) }];

/** Once for a deadline. */
export const noteOverdue = (
  command: NoteOverdue,
  state: NoticeState,
  { now, policy }: DecideContext<NoticePolicy>,
): Events =>
  state.status !== 'none' && state.overdueAt !== undefined
    ? []
    : [{ type: 'OverdueNoted', data: { ...contentOf(command), escalateAt: escalationAt(now, policy) } }];

/** Once, and only while it is overdue. */
export const escalate = (_command: unknown, { status }: Notice): Events =>
  status === 'overdue' ? [{ type: 'OverdueEscalated', data: {} }] : [];

/** Nothing more when it is settled already. */
export const settle = (_command: unknown, { status }: Notice): Events =>
  status === 'settled' ? [] : [{ type: 'NoticeSettled', data: {} }];
