import { text, type Text } from '#kernel';
import type { HoldGround } from './events.js';

/** What people call the grounds of a hold: one wording for the sentences of refusals and for the schema. */
export const HOLD_GROUNDS: Readonly<Record<HoldGround, Text>> = {
  DISCIPLINE: text('Đang xem xét kỷ luật', 'Disciplinary review'),
  INVESTIGATION: text('Đang bị điều tra', 'Under investigation'),
  INSPECTION: text('Đang thanh tra, kiểm tra có dấu hiệu vi phạm', 'Inspection with signs of violation'),
  DENUNCIATION: text('Đang xác minh, giải quyết tố cáo', 'Pending denunciation'),
  PRESS_ALLEGATION: text('Báo chí nêu, đang được xác minh', 'Press allegation under verification'),
};
