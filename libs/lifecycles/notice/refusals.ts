import { defineRefusal } from '#kernel';

export const noticeRefusals = {
  notRemindable: defineRefusal(
    'NOTICE_NOT_DUE',
    'Chưa đến lúc hoặc không còn ý nghĩa để nhắc hạn {dueAt}.',
    'It is not time to remind of the deadline {dueAt}, or no longer of use.',
  ),
  notOverdue: defineRefusal(
    'DEADLINE_NOT_PASSED',
    'Hạn {dueAt} chưa qua nên chưa ghi nhận quá hạn.',
    'The deadline {dueAt} has not passed.',
  ),
  notLongOverdue: defineRefusal(
    'NOT_LONG_OVERDUE',
    'Hồ sơ quá hạn {dueAt} chưa đủ lâu để báo cấp trên.',
    'What was due before {dueAt} has not been overdue for long enough.',
  ),
} as const;
