import { localDateOf } from '#calendar';
import type { ContentGuard, Guard } from '#kernel';
import type { PlanOutreach } from './commands.js';
import { outreachRefusals } from './refusals.js';
import type { ExistingOutreach } from './state.js';

/** What has not taken place is not recorded. A guard on the state: it also explains why the action is not available. */
export const dayHasCome: Guard<ExistingOutreach, unknown> = {
  rule: 'dayHasCome',
  check: ({ day }, _reads, { now }) => (localDateOf(now) >= day ? { day } : outreachRefusals.notYetHeld({ day })),
};

/** The day is in the year of the cycle. A guard on what the command says: its refusal names the place in the command. */
export const dayIsInYear: ContentGuard<unknown, unknown, PlanOutreach> = {
  rule: 'dayIsInYear',
  checkContent: ({ day, year }) =>
    Number(day.slice(0, 4)) === year ? { day, year } : outreachRefusals.yearDiffers({ day, year }, ['day']),
};
