import { SYSTEM_SUBJECT, type Authority, type Grant, type Loader } from '#kernel';
import { accessFold, delegatedGrants, ownGrants } from '#lifecycles/access';
import { campaignFold } from '#lifecycles/campaign';

/** The engine's own processes hold one role, for ever, at no unit. */
const SYSTEM_GRANT: Grant = { id: SYSTEM_SUBJECT, role: 'SYSTEM', unit: '', from: '' };

/** Competence from the log: who was granted what, and for whom somebody acts. */
export class LogAuthority implements Authority {
  constructor(private readonly loader: Loader) {}

  async grantsOf(subject: string): Promise<readonly Grant[]> {
    if (subject === SYSTEM_SUBJECT) return [SYSTEM_GRANT];
    const { state } = await this.loader.load(accessFold, subject);
    const delegations = state.status === 'none' ? [] : state.delegations;
    const delegated = await Promise.all(
      delegations.map(async (it) => delegatedGrants(it, (await this.loader.load(accessFold, it.delegator)).state)),
    );
    return [...ownGrants(state), ...delegated.flat()];
  }

  async leadUnit(campaign: string | undefined): Promise<string | undefined> {
    if (campaign === undefined) return undefined;
    const { state } = await this.loader.load(campaignFold, campaign);
    return state.status === 'none' ? undefined : state.leadUnit;
  }
}
