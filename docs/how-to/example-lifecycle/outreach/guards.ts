import { localDateOf } from '#calendar';
import { isRefusal, type ContentGuard, type Guard, type Loaded } from '#kernel';
import { openCycle, type CampaignState } from '#lifecycles/campaign';
import type { PlanOutreach } from './commands.js';
import { outreachRefusals } from './refusals.js';
import type { ExistingOutreach } from './state.js';

/** What has not taken place is not recorded. A guard on the state: it also explains why the action is not available. */
export const dayHasCome: Guard<ExistingOutreach, unknown> = {
  rule: 'dayHasCome',
  check: ({ day }, _reads, { now }) => (localDateOf(now) >= day ? { day } : outreachRefusals.notYetHeld({ day })),
};

/** The day is in an open cycle. A guard on what the command says: its refusal names the place in the command. */
export const dayIsInOpenCycle: ContentGuard<unknown, { readonly campaign: Loaded<CampaignState> }, PlanOutreach> = {
  rule: 'dayIsInOpenCycle',
  checkContent: ({ day, year }, _state, { campaign }) => {
    const cycle = openCycle(campaign, year, ['year']);
    if (isRefusal(cycle)) return cycle;
    return Number(day.slice(0, 4)) === year ? { day, year } : outreachRefusals.yearDiffers({ day, year }, ['day']);
  },
};
