import { statusEnum } from '#graphql';
import { campaignLifecycle } from './lifecycle.js';

export const CampaignStatus = statusEnum('CampaignStatus', campaignLifecycle);
