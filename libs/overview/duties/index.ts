import { planDuty } from './plan.js';
import { registrationDuty } from './registration.js';
import type { UnitDuty } from './unit-duty.js';

/** What units owe in each cycle. */
export const duties = { PLAN: planDuty, REGISTRATION: registrationDuty } as const satisfies Record<string, UnitDuty>;
/** The name of a duty. */
export type DutyName = keyof typeof duties;
