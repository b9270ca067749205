import { SYSTEM_SUBJECT, type Authority, type Grant, type StreamReader } from '#kernel';
import { accessFold, delegatedGrants, ownGrants } from '#lifecycles/access';
import { campaignFold } from '#lifecycles/campaign';

/** The engine's own processes hold one role, for ever, at no unit. */
const SYSTEM_GRANT: Grant = { id: SYSTEM_SUBJECT, role: 'SYSTEM', unit: '', from: '' };

/** Competence from the log: who was granted what, and for whom somebody acts. */
export class LogAuthority implements Authority {
  /** See Authority. */
  async grantsOf(subject: string, streams: StreamReader): Promise<readonly Grant[]> {
    if (subject === SYSTEM_SUBJECT) return [SYSTEM_GRANT];
    const { state } = await streams.load(accessFold, subject);
    const delegations = state.status === 'none' ? [] : state.delegations;
    const delegated = await Promise.all(
      delegations.map(async (it) => delegatedGrants(it, (await streams.load(accessFold, it.delegator)).state)),
    );
    return [...ownGrants(state), ...delegated.flat()];
  }

  /** See Authority. */
  async leadUnit(campaign: string | undefined, streams: StreamReader): Promise<string | undefined> {
    if (campaign === undefined) return undefined;
    const { state } = await streams.load(campaignFold, campaign);
    return state.status === 'none' ? undefined : state.leadUnit;
  }
}
