import { codeEnum, statusEnum } from '#graphql';
import { text, type Text } from '#kernel';
import type { CyclePhase } from './cycle.js';
import type { DutyName } from './events.js';
import { campaignLifecycle } from './lifecycle.js';

export const CampaignStatus = statusEnum('CampaignStatus', campaignLifecycle);

const PHASES: Readonly<Record<CyclePhase, Text>> = {
  open: text('Đang mở: nhận việc mới, hồ sơ mới', 'Open: duties begin, dossiers are sent'),
  closing: text('Đã khóa sổ: chỉ hoàn tất những gì đã gửi', 'Closing: only what was sent before is finished'),
  closed: text('Đã kết thúc: số liệu không thay đổi nữa', 'Closed: its figures are settled'),
};
export const CyclePhaseEnum = statusEnum('CyclePhase', { states: PHASES });

export const DutyEnum = codeEnum<DutyName>(
  'UnitDuty',
  'Việc mà mọi đơn vị thuộc diện phải làm trong năm. (What every obligated unit owes in a year.)',
  {
    PLAN: 'Ban hành kế hoạch, theo cách đọc chính của T-1. (A plan, by the primary reading of T-1.)',
    REGISTRATION: 'Đăng ký mô hình, theo cách đọc chính của T-2. (A registration, by the primary reading of T-2.)',
    EVALUATION: 'Có kết quả đánh giá cho mỗi đăng ký được chấp nhận. (A result for each accepted registration.)',
  },
);
