import type { DutyName } from '#lifecycles/campaign';
import { planDuty } from './plan.js';
import { registrationDuty } from './registration.js';
import type { UnitDuty } from './unit-duty.js';

/** What units are to begin in each cycle; an evaluation is begun by Home Affairs. */
export const duties = { PLAN: planDuty, REGISTRATION: registrationDuty } as const satisfies Partial<
  Record<DutyName, UnitDuty>
>;
