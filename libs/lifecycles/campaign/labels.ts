import { text, type Text } from '#kernel';
import type { DutyName } from './events.js';

/** What people call the duties of a year. */
export const DUTY_LABELS: Readonly<Record<DutyName, Text>> = {
  PLAN: text('ban hành kế hoạch', 'a plan'),
  REGISTRATION: text('đăng ký mô hình', 'a registration'),
  EVALUATION: text('đánh giá mô hình đã đăng ký', 'the evaluation of what was registered'),
};
