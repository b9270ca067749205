import type { ContentGuard, DocumentRef, Facts, Guard, Loaded, Refusal } from '#kernel';
import { isMissed, type Cycle } from './cycle.js';
import { DUTY_LABELS } from './labels.js';
import type { DutyName } from './events.js';
import { campaignRefusals } from './refusals.js';
import { cycleOf, type CampaignState } from './state.js';

/** A lifecycle that lives in a cycle knows its year. */
export interface OfYear {
  readonly year: number;
}
type Campaign = Pick<Loaded<CampaignState>, 'id' | 'state'>;
type WithCampaign = { readonly campaign: Campaign };

/**
 * The cycle of the instance's year is open: a duty may begin, a dossier may be sent. For states that know their year. What a row
 * says of the year is one of three things: this, `cycleIsNotClosed`, or `sendingIsOpen`; a row without any moves no figure.
 */
export const cycleIsOpen: Guard<OfYear, WithCampaign> = {
  rule: 'cycleIsOpen',
  check: ({ year }, { campaign }) => openCycle(campaign, year),
};

/** The figures of the instance's year are not settled: what was entered before the year was frozen may be finished. */
export const cycleIsNotClosed: Guard<OfYear, WithCampaign> = {
  rule: 'cycleIsNotClosed',
  check: ({ year }, { campaign }) => unsettledCycle(campaign, year),
};

/**
 * The same for a dossier that counts in the year's figures; what does not may be taken back whenever its unit wants.
 * @param counts true where a figure of the year may rest on the dossier
 */
export const cycleIsNotClosedWhere = <S extends OfYear>(counts: (state: S) => boolean): Guard<S, WithCampaign> => ({
  rule: 'cycleIsNotClosed',
  check: (state, reads, at) =>
    counts(state) ? cycleIsNotClosed.check(state, reads, at) : { year: state.year, counts: false },
});

/**
 * What is first sent is sent while the cycle is open; what was sent before the freeze, and came back, may be sent again.
 * @param duty what the dossier does for its unit: once that is declared missed, nothing is sent for it any more
 * @param isAgain true where the dossier has been sent before and waits to be sent again
 */
export const sendingIsOpen = <S extends OfYear & { readonly unit: string }>(
  duty: DutyName,
  isAgain: (state: S) => boolean,
): Guard<S, WithCampaign> => ({
  rule: 'sendingIsOpen',
  check: (state, { campaign }) => {
    const { year, unit } = state;
    const cycle = cycleOf(campaign.state, year);
    if (!isAgain(state) || cycle?.phase !== 'closing') return openCycle(campaign, year);
    return isMissed(cycle, duty, unit)
      ? campaignRefusals.dutyMissed({ year, duty: { ...DUTY_LABELS[duty] } })
      : factsOf(cycle, campaign);
  },
});

/** The cycle that a command names is open: a dossier of it may begin. */
export const yearIsOpen: ContentGuard<unknown, WithCampaign, OfYear> = {
  rule: 'yearIsOpen',
  checkContent: ({ year }, _state, { campaign }) => openCycle(campaign, year, ['year']),
};

/** The cycle that a command names is open or closing: what its results call for may still be added. */
export const yearIsNotClosed: ContentGuard<unknown, WithCampaign, OfYear> = {
  rule: 'yearIsNotClosed',
  checkContent: ({ year }, _state, { campaign }) => unsettledCycle(campaign, year, ['year']),
};

/**
 * The open cycle of a year as facts, or the refusal.
 * @param path where the command names the year, when it does
 */
export function openCycle(campaign: Campaign, year: number, path?: readonly string[]): Facts | Refusal {
  const cycle = cycleOf(campaign.state, year);
  if (cycle?.phase === 'closing') return campaignRefusals.cycleClosing({ year }, path);
  return cycle?.phase === 'open' && campaign.state.status === 'running'
    ? factsOf(cycle, campaign)
    : campaignRefusals.cycleNotOpen({ year }, path);
}

/**
 * The cycle of a year that is open or closing as facts, or the refusal. It asks nothing of the campaign: what is under way goes
 * on while that is suspended.
 * @param path where the command names the year, when it does
 */
export function unsettledCycle(campaign: Campaign, year: number, path?: readonly string[]): Facts | Refusal {
  const cycle = cycleOf(campaign.state, year);
  return cycle && cycle.phase !== 'closed' ? factsOf(cycle, campaign) : campaignRefusals.cycleNotOpen({ year }, path);
}

const factsOf = ({ year, phase }: Cycle, { id }: Campaign): Facts => ({ year, campaign: id, phase });

/**
 * The refusal when what was issued by one document is to be changed by one of another form (NĐ 30/2020/NĐ-CP).
 * @param allowed abbreviations of document types
 */
export function unequalForm(document: DocumentRef | undefined, allowed: readonly string[]): Refusal | undefined {
  if (!document || allowed.includes(document.type)) return undefined;
  return campaignRefusals.formUnequal({ type: document.type, allowed: [...new Set(allowed)] }, ['document', 'type']);
}
