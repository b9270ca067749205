import { LogFault, type Loaded } from '#kernel';
import { cycleOf, type CampaignState } from '#lifecycles/campaign';

/**
 * The exclusive end of a cycle's window, as it stands now.
 * @throws LogFault when the cycle was never opened: registrations are only drafted for one that was
 */
export function registrationsBefore({ id, state }: Loaded<CampaignState>, year: number): string {
  const cycle = cycleOf(state, year);
  if (!cycle) throw new LogFault('LOG_INCOMPLETE', `The campaign ${id} has no cycle of ${year}`);
  return cycle.registrationsBefore;
}
