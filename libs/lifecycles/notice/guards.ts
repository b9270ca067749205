import type { ContentGuard, Guard } from '#kernel';
import { localDateOf } from '#calendar';
import type { NoteOverdue, RemindOfDeadline } from './commands.js';
import { noticeRefusals as refuse } from './refusals.js';
import type { Notice } from './state.js';
import { hasPassed, mayRemind, type NoticePolicy } from './timing.js';

/** The deadline is near and has not passed: later nobody can keep it any more. */
export const deadlineIsNear: ContentGuard<unknown, unknown, RemindOfDeadline, NoticePolicy> = {
  rule: 'deadlineIsNear',
  checkContent: ({ dueAt, since }, _state, _reads, { now, policy }) =>
    mayRemind({ dueAt, since }, now, policy)
      ? { dueAt }
      : refuse.notRemindable({ dueAt: localDateOf(dueAt) }, ['dueAt']),
};

/** The deadline has passed. */
export const deadlineHasPassed: ContentGuard<unknown, unknown, NoteOverdue, NoticePolicy> = {
  rule: 'deadlineHasPassed',
  checkContent: ({ dueAt }, _state, _reads, { now }) =>
    hasPassed(dueAt, now) ? { dueAt } : refuse.notOverdue({ dueAt: localDateOf(dueAt) }, ['dueAt']),
};

/** The step has been known to be overdue for as long as the policy says. */
export const isLongOverdue: Guard<Notice, unknown> = {
  rule: 'isLongOverdue',
  check: ({ dueAt, escalateAt }, _reads, { now }) =>
    escalateAt !== undefined && hasPassed(escalateAt, now)
      ? { dueAt, escalateAt }
      : refuse.notLongOverdue({ dueAt: localDateOf(dueAt) }),
};
