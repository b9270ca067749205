import { lifecycleModule } from '#graphql';
import { campaignResolvers, CampaignType } from './graphql.js';
import { campaignView } from './view.js';

export const campaignModule = lifecycleModule({ view: campaignView, type: CampaignType, resolvers: campaignResolvers });
