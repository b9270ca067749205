import type { CampaignState } from '#lifecycles/campaign';
import type { ExistingEvaluation } from './state.js';

/** The campaign's lead unit does not have its own model judged under its own lead: the coordinating unit leads that panel. */
export const mayLead = (
  unit: string,
  { unit: owner }: Pick<ExistingEvaluation, 'unit'>,
  campaign: CampaignState,
): boolean => campaign.status !== 'none' && (owner !== campaign.leadUnit || unit === campaign.coordinatingUnit);
