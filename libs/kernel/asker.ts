import type { Asker } from './admit.js';
import type { Authority, Competence, Grant } from './authority.js';
import type { CommandRequest } from './command.js';
import type { StreamReader } from './read-scope.js';

/** What somebody asks about: how far powers are looked at depends on it. */
export interface AskedAbout {
  /** The campaign of the case, whose leading unit counts. */
  readonly campaign: string | undefined;
  /** Every way to be competent for what is asked. */
  readonly by: readonly Competence[];
}

/**
 * Who asks, with every power that the log knows of. The leading unit is looked up only for somebody whose role reaches by it.
 * @param now the instant of recording
 */
export async function askerOf(
  authority: Authority,
  who: Pick<CommandRequest, 'subject' | 'delegation' | 'occurredAt'>,
  now: string,
  { campaign, by }: AskedAbout,
  streams: StreamReader,
): Promise<Asker> {
  const { subject, delegation, occurredAt = now } = who;
  const grants = await authority.grantsOf(subject, streams);
  const reachesByLead = by.some(({ role, over }) => over === 'leadUnit' && grants.some((grant) => grant.role === role));
  const [delegatorGrants, leadUnit] = await Promise.all([
    grantsOfDelegator(authority, grants, delegation, streams),
    reachesByLead ? authority.leadUnit(campaign, streams) : undefined,
  ]);
  return { subject, grants, delegatorGrants, leadUnit, now, occurredAt, ...(delegation && { delegation }) };
}

async function grantsOfDelegator(
  authority: Authority,
  grants: readonly Grant[],
  delegation: string | undefined,
  streams: StreamReader,
): Promise<readonly Grant[]> {
  const delegator = grants.find(({ id }) => delegation !== undefined && id === delegation)?.onBehalfOf;
  return delegator === undefined ? [] : authority.grantsOf(delegator, streams);
}
