import { text } from '#kernel';
import type { UnitDuty } from './unit-duty.js';

/**
 * T-2: registered is what the unit has sent and nobody has turned down. A registration under way counts, so that a unit
 * does not answer for the pace of those who handle it; so does one that was returned and waits to be completed, and one that
 * was given up later: giving up is measured by T-3. Drafts, rejected, merged and cancelled ones do not.
 */
const REGISTERED = `it.status IN ('submitted', 'received', 'returned', 'accepted', 'abandoned')`;

/** T-2, “100% … đăng ký ít nhất 01 mô hình hằng năm”; whether a practice counts is for the policy to say. */
export const registrationDuty: UnitDuty = {
  key: 'T-2',
  lifecycle: 'registration',
  done: text('đơn vị đã đăng ký ít nhất 01 mô hình', 'units have registered at least one model'),
  window: 'registrationsBefore',
  begin: 'RegisterModel',
  /** Even if it is only begun; one that came to nothing is none. */
  begunBy: `it.status NOT IN ('rejected', 'merged', 'cancelled')`,
  underWay: `it.status IN ('submitted', 'received')`,
  readings: [
    { reading: 'COUNTING_PRACTICES', metBy: REGISTERED },
    { reading: 'MODELS_ONLY', metBy: `${REGISTERED} AND it.kind = 'MODEL'` },
  ],
};
