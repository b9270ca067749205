import type { PolicySource, PolicyVersion, StreamReader } from '#kernel';
import { campaignFold, periodOf, policyIn, type CampaignPolicy, type CampaignState } from '#lifecycles/campaign';

type Existing = Exclude<CampaignState, { status: 'none' }>;

/** Policies from the campaigns' own streams, in today's shape. */
export class LogPolicies implements PolicySource<CampaignPolicy> {
  /** By hash: the same stored bytes are lifted once. */
  private readonly lifted = new Map<string, CampaignPolicy>();

  /** @param capacity how many lifted policies to keep */
  constructor(private readonly capacity = 100) {}

  /** @throws LogFault when the policy is of a later shape than this program knows; so does `pinned` */
  async current(campaign: string, streams: StreamReader): Promise<PolicyVersion<CampaignPolicy> | undefined> {
    const { state } = await streams.load(campaignFold, campaign);
    return state.status === 'none' || state.policy === undefined ? undefined : this.versionIn(state, state.policy);
  }

  async pinned(
    campaign: string,
    hash: string,
    streams: StreamReader,
  ): Promise<PolicyVersion<CampaignPolicy> | undefined> {
    const { state } = await streams.load(campaignFold, campaign);
    return state.status === 'none' ? undefined : this.versionIn(state, hash);
  }

  private versionIn(state: Existing, hash: string): PolicyVersion<CampaignPolicy> | undefined {
    // Known to this campaign first: a hash that another campaign has adopted is none of this one's.
    if (!Object.hasOwn(state.policies, hash)) return undefined;
    const content = this.lifted.get(hash) ?? policyIn(state, hash);
    if (!content) return undefined;
    this.keep(hash, content);
    return { hash, content, period: periodOf(state) };
  }

  /** The ones used last stay. */
  private keep(hash: string, content: CampaignPolicy): void {
    this.lifted.delete(hash);
    this.lifted.set(hash, content);
    const oldest = this.lifted.keys().next();
    if (this.lifted.size > this.capacity && !oldest.done) this.lifted.delete(oldest.value);
  }
}
