import { addDays, startOf } from '#calendar';
import { isRefusal, type DecideContext, type Loaded, type Refusal } from '#kernel';
import { openCycle, type CampaignState } from '#lifecycles/campaign';
import type { PlanOutreach, RecordOutreachHeld } from './commands.js';
import type { OutreachEvent } from './events.js';
import { outreachRefusals } from './refusals.js';

type Decision = OutreachEvent | Refusal;

/** The day is in an open cycle; what has not been recorded by the end of the next day is late. */
export function planOutreach(
  { type: _type, ...plan }: PlanOutreach,
  _state: unknown,
  _context: DecideContext<unknown>,
  { campaign }: { readonly campaign: Loaded<CampaignState> },
): Decision {
  const cycle = openCycle(campaign, plan.year);
  if (isRefusal(cycle)) return cycle;
  const { day, year } = plan;
  if (Number(day.slice(0, 4)) !== year) return outreachRefusals.yearDiffers({ day, year }, ['day']);
  return { type: 'OutreachPlanned', data: { ...plan, dueAt: startOf(addDays(day, 2)) } };
}

export const recordHeld = ({ attendance }: RecordOutreachHeld): Decision => ({ type: 'OutreachHeld', data: { attendance } });

export const confirmOutreach = (): Decision => ({ type: 'OutreachConfirmed', data: {} });

export const cancelOutreach = (): Decision => ({ type: 'OutreachCancelled', data: {} });
