import { addDays, startOf } from '#calendar';
import type { PlanOutreach, RecordOutreachHeld } from './commands.js';
import type { OutreachEvent } from './events.js';

/** What has not been recorded by the end of the next day is late. */
export const planOutreach = ({ type: _type, ...plan }: PlanOutreach): OutreachEvent => ({
  type: 'OutreachPlanned',
  data: { ...plan, dueAt: startOf(addDays(plan.day, 2)) },
});

export const recordHeld = ({ attendance }: RecordOutreachHeld): OutreachEvent => ({
  type: 'OutreachHeld',
  data: { attendance },
});

export const confirmOutreach = (): OutreachEvent => ({ type: 'OutreachConfirmed', data: {} });

export const cancelOutreach = (): OutreachEvent => ({ type: 'OutreachCancelled', data: {} });
