import type { DocumentRef, Facts, Guard, Loaded, Refusal } from '#kernel';
import { campaignRefusals } from './refusals.js';
import { cycleOf, type CampaignState } from './state.js';

/** A lifecycle that lives in a cycle knows its year. */
export interface OfYear {
  readonly year: number;
}

/** The cycle of the instance's year is open. For states that know their year. */
export const cycleIsOpen: Guard<OfYear, { readonly campaign: Loaded<CampaignState> }> = {
  rule: 'cycleIsOpen',
  check: ({ year }, { campaign }) => openCycle(campaign, year),
};

/**
 * The open cycle of a year as facts, or the refusal.
 * @param path where the command names the year, when it does
 */
export function openCycle(campaign: Loaded<CampaignState>, year: number, path?: readonly string[]): Facts | Refusal {
  const cycle = cycleOf(campaign.state, year);
  const open = cycle && !cycle.closed && campaign.state.status === 'running';
  return open ? { year, campaign: campaign.id } : campaignRefusals.cycleNotOpen({ year }, path);
}

/**
 * The refusal when what was issued by one document is to be changed by one of another form (NĐ 30/2020/NĐ-CP).
 * @param allowed abbreviations of document types
 */
export function unequalForm(document: DocumentRef | undefined, allowed: readonly string[]): Refusal | undefined {
  if (!document || allowed.includes(document.type)) return undefined;
  return campaignRefusals.formUnequal({ type: document.type, allowed: [...new Set(allowed)] }, ['document', 'type']);
}
