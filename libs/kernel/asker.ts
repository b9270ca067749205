import type { Asker } from './admit.js';
import type { Authority, Grant } from './authority.js';
import type { CommandRequest } from './command.js';

/**
 * Who asks, with every power that the log knows of.
 * @param now the instant of recording
 * @param campaign the campaign of the case, whose leading unit counts
 */
export async function askerOf(
  authority: Authority,
  who: Pick<CommandRequest, 'subject' | 'delegation' | 'occurredAt'>,
  now: string,
  campaign: string | undefined,
): Promise<Asker> {
  const { subject, delegation, occurredAt = now } = who;
  const [grants, leadUnit] = await Promise.all([authority.grantsOf(subject), authority.leadUnit(campaign)]);
  const delegatorGrants = await grantsOfDelegator(authority, grants, delegation);
  return { subject, grants, delegatorGrants, leadUnit, now, occurredAt, ...(delegation && { delegation }) };
}

async function grantsOfDelegator(
  authority: Authority,
  grants: readonly Grant[],
  delegation: string | undefined,
): Promise<readonly Grant[]> {
  const delegator = grants.find(({ id }) => delegation !== undefined && id === delegation)?.onBehalfOf;
  return delegator === undefined ? [] : authority.grantsOf(delegator);
}
