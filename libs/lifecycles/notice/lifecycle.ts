import { by } from '#identity';
import { derivedId, lifecycle, text } from '#kernel';
import type { CampaignPolicy } from '#lifecycles/campaign';
import type { NoticeCommand } from './commands.js';
import { escalate, noteOverdue, remind, settle } from './decide.js';
import type { NoticeEvent } from './events.js';
import { deadlineHasPassed, deadlineIsNear, isLongOverdue } from './guards.js';
import { noticeFold, type NoticeState } from './state.js';

/** One notice for each deadline of a dossier: its identity follows from them. */
export const noticeId = (of: string, dossier: string, dueAt: string): string => derivedId('notice', of, dossier, dueAt);

const given = ['reminded', 'overdue', 'escalated', 'settled'] as const;

/**
 * What the system tells of a deadline: a reminder before it, that it has passed, that it has been passed for long. Each once, and
 * only while it means something; settled when nobody waits any more.
 */
export const noticeLifecycle = lifecycle<NoticeState, NoticeCommand, NoticeEvent, CampaignPolicy>()(
  {
    fold: noticeFold,
    label: text('Nhắc hạn, đôn đốc', 'Notice of a deadline'),
    states: {
      none: text('Chưa có', 'None'),
      reminded: text('Đã nhắc hạn', 'Reminded'),
      overdue: text('Quá hạn', 'Overdue'),
      escalated: text('Đã báo cấp trên', 'Escalated'),
      settled: text('Không còn phải nhắc', 'Settled'),
    },
    identify: (command) => ('id' in command ? command.id : noticeId(command.lifecycle, command.dossier, command.dueAt)),
    unitOf: (state, command) =>
      state.status === 'none' ? (command && 'unit' in command ? command.unit : undefined) : state.unit,
    campaignOf: (state, command) =>
      state.status === 'none' ? (command && 'campaign' in command ? command.campaign : undefined) : state.campaign,
  },
  (on) => ({
    RemindOfDeadline: on({
      label: text('Nhắc hạn', 'Remind of a deadline'),
      from: ['none', ...given],
      to: ['reminded'],
      by: [by.system],
      guards: [deadlineIsNear],
      decide: remind,
    }),
    NoteOverdue: on({
      label: text('Ghi nhận quá hạn', 'Note that a deadline has passed'),
      from: ['none', ...given],
      to: ['overdue'],
      by: [by.system],
      guards: [deadlineHasPassed],
      decide: noteOverdue,
    }),
    EscalateOverdue: on({
      label: text('Đôn đốc, báo cấp trên', 'Escalate'),
      from: given,
      to: ['escalated'],
      by: [by.system],
      timer: { rules: [], due: ({ status, escalateAt }) => (status === 'overdue' ? { dueAt: escalateAt } : undefined) },
      guards: [isLongOverdue],
      decide: escalate,
    }),
    SettleNotice: on({
      label: text('Kết thúc nhắc hạn', 'Settle'),
      from: given,
      to: ['settled'],
      by: [by.system],
      decide: settle,
    }),
  }),
);
