import { ROLES, isRole } from '#identity';
import { text, type Json, type Text } from '#kernel';
import type { HoldGround } from './events.js';
import type { CommendationForm } from './items.js';

/** What people call the forms and the grounds of a hold: one wording for the sentences of refusals and for the schema. */
export const FORMS: Readonly<Record<CommendationForm, Text>> = {
  CERTIFICATE_OF_COMMENDATION: text('Giấy khen', 'Certificate of commendation'),
  CERTIFICATE_OF_MERIT: text('Bằng khen', 'Certificate of merit'),
};

export const HOLD_GROUNDS: Readonly<Record<HoldGround, Text>> = {
  DISCIPLINE: text('Đang xem xét kỷ luật', 'Disciplinary review'),
  INVESTIGATION: text('Đang bị điều tra', 'Under investigation'),
  INSPECTION: text('Đang thanh tra, kiểm tra có dấu hiệu vi phạm', 'Inspection with signs of violation'),
  DENUNCIATION: text('Đang xác minh, giải quyết tố cáo', 'Pending denunciation'),
  PRESS_ALLEGATION: text('Báo chí nêu, đang được xác minh', 'Press allegation under verification'),
};

/** A role's name; a code that is none speaks for itself. */
export const roleName = (role: string): Json => (isRole(role) ? { ...ROLES[role] } : role);
