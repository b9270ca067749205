import { text } from '#kernel';
import type { UnitDuty } from './unit-duty.js';

/** T-1: a plan of the year that has been issued and received; a withdrawn one is neither. */
const ISSUED = `it.issued = 1 AND it.received = 1`;

/** T-1, “100% … ban hành kế hoạch”; whether a plan inside another programme counts is for the policy to say. */
export const planDuty: UnitDuty = {
  key: 'T-1',
  lifecycle: 'plan',
  done: text('đơn vị đã ban hành kế hoạch', 'units have issued a plan'),
  window: 'plansBefore',
  begin: 'DraftPlan',
  /** One that was withdrawn is none. */
  begunBy: `it.status <> 'withdrawn'`,
  underWay: `it.status IN ('submitted', 'received')`,
  readings: [
    { reading: 'COUNTING_INTEGRATED', metBy: ISSUED },
    { reading: 'STANDALONE_ONLY', metBy: `${ISSUED} AND it.mode = 'STANDALONE'` },
  ],
};
