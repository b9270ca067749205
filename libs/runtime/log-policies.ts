import type { Loader, PolicySource, PolicyVersion } from '#kernel';
import { campaignFold, type CampaignPolicy, type CampaignState } from '#lifecycles/campaign';

/** Policies from the campaigns' own streams. */
export class LogPolicies implements PolicySource<CampaignPolicy> {
  constructor(private readonly loader: Loader) {}

  async current(campaign: string): Promise<PolicyVersion<CampaignPolicy> | undefined> {
    const { state } = await this.loader.load(campaignFold, campaign);
    return state.status === 'none' || state.policy === undefined ? undefined : versionIn(state, state.policy);
  }

  async pinned(campaign: string, hash: string): Promise<PolicyVersion<CampaignPolicy> | undefined> {
    const { state } = await this.loader.load(campaignFold, campaign);
    return state.status === 'none' ? undefined : versionIn(state, hash);
  }
}

function versionIn(
  state: Exclude<CampaignState, { status: 'none' }>,
  hash: string,
): PolicyVersion<CampaignPolicy> | undefined {
  const content = state.policies[hash];
  return content && { hash, content, period: { from: `${state.fromYear}-01-01`, to: `${state.toYear}-12-31` } };
}
