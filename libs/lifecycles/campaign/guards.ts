import type { DocumentRef, Facts, Guard, Json, Loaded, Refusal } from '#kernel';
import { campaignRefusals } from './refusals.js';
import { cycleOf, type CampaignState } from './state.js';

type Existing = Exclude<CampaignState, { status: 'none' }>;

/** The state has a policy and a rubric to work by. */
export const hasPolicyAndRubric: Guard<Existing, unknown> = {
  rule: 'hasPolicyAndRubric',
  check: ({ policy, rubric }) => (policy && rubric ? { policy, rubric } : campaignRefusals.policyMissing()),
};

/** Every cycle that was opened has been closed. */
export const allCyclesClosed: Guard<Existing, unknown> = {
  rule: 'allCyclesClosed',
  check: ({ cycles }) => {
    const years = cycles.filter((cycle) => !cycle.closed).map((cycle) => cycle.year);
    return years.length > 0 ? campaignRefusals.cyclesOpen({ years }) : { closed: cycles.length };
  },
};

/** A lifecycle that lives in a cycle knows its year. */
export interface OfYear {
  readonly year: number;
}

/** The cycle of the instance's year is open. For states that know their year. */
export const cycleIsOpen: Guard<OfYear, { readonly campaign: Loaded<CampaignState> }> = {
  rule: 'cycleIsOpen',
  check: ({ year }, { campaign }) => openCycle(campaign, year),
};

/** The open cycle of a year as facts, or the refusal. */
export function openCycle(campaign: Loaded<CampaignState>, year: number): Facts | Refusal {
  const cycle = cycleOf(campaign.state, year);
  const open = cycle && !cycle.closed && campaign.state.status === 'running';
  return open ? { year, campaign: campaign.id } : campaignRefusals.cycleNotOpen({ year }, ['year']);
}

/**
 * The refusal when what was issued by one document is to be changed by one of another form (NĐ 30/2020/NĐ-CP).
 * @param allowed abbreviations of document types
 */
export function unequalForm(document: DocumentRef | undefined, allowed: readonly string[]): Refusal | undefined {
  if (!document || allowed.includes(document.type)) return undefined;
  return campaignRefusals.formUnequal({ type: document.type, allowed: [...new Set(allowed)] }, ['document', 'type']);
}

/** How many dossiers of the cycle are unfinished, as a view counted them. */
export const countOf = (rows: readonly Json[]): number =>
  rows.reduce<number>((sum, row) => sum + Number((row as { open?: number }).open ?? 0), 0);
