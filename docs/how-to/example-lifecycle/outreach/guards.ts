import { localDateOf } from '#calendar';
import type { Guard } from '#kernel';
import { outreachRefusals } from './refusals.js';
import type { ExistingOutreach } from './state.js';

/** What has not taken place is not recorded. */
export const dayHasCome: Guard<ExistingOutreach, unknown> = {
  rule: 'dayHasCome',
  check: ({ day }, _reads, { occurredAt }) => (localDateOf(occurredAt) >= day ? { day } : outreachRefusals.notYetHeld({ day })),
};
