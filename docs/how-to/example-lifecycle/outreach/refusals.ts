import { defineRefusal } from '#kernel';

export const outreachRefusals = {
  yearDiffers: defineRefusal(
    'OUTREACH_YEAR_DIFFERS',
    'Ngày {day} không thuộc năm thi đua {year}.',
    'The day {day} is not in the cycle {year}.',
  ),
  notYetHeld: defineRefusal(
    'OUTREACH_NOT_YET_HELD',
    'Buổi tuyên truyền dự kiến ngày {day} chưa diễn ra nên chưa thể ghi nhận.',
    'The outreach planned for {day} has not taken place yet.',
  ),
} as const;
