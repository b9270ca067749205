import { contentHash, type DecideContext, type ValuesOf } from '#kernel';
import type { CloseCycle, DeclareMissed, FreezeCycle, ThawCycle } from './commands.js';
import type { CampaignEvent, FrozenFigure } from './events.js';
import type { targetFigures } from './questions/index.js';
import { policyIn, type CampaignFacts, type CampaignState } from './state.js';
import { READINGS, targetRule, TARGET_RULES, type Reading, type TargetRules } from './targets.js';

type Existing = Exclude<CampaignState, { status: 'none' }>;
type Counted = readonly ValuesOf<(typeof targetFigures)['answers']>[];

/** From here on nothing begins and nothing is newly sent in the year. */
export const freezeCycle = ({ year }: FreezeCycle): CampaignEvent => ({ type: 'CycleFrozen', data: { year } });

/** The way back: the year goes on as if it had not been frozen, and what was declared missed can be done. */
export const thawCycle = ({ year }: ThawCycle): CampaignEvent => ({ type: 'CycleThawed', data: { year } });

/** The units are without, and will stay so: reason and document are the envelope's. */
export const declareMissed = ({ year, duty, units }: DeclareMissed): CampaignEvent => ({
  type: 'DutyDeclaredMissed',
  data: { year, duty, units },
});

/** How the campaign reads its targets; as the plan's defaults have it before a policy is adopted. */
const targetRulesOf = (facts: CampaignFacts): TargetRules =>
  policyIn(facts, facts.policy ?? '')?.targets ?? {
    integratedPlanCounts: true,
    practiceCounts: true,
    cancelledLeaveDenominator: true,
  };

/** By which reading the policy takes each duty. */
export function dutyReadings(facts: CampaignFacts): { readonly plan: Reading; readonly registration: Reading } {
  const rules = targetRulesOf(facts);
  return { plan: TARGET_RULES['T-1'].primary(rules), registration: TARGET_RULES['T-2'].primary(rules) };
}

const isReading = (name: string): name is Reading => Object.hasOwn(READINGS, name);

/** The campaign's targets in its own order with what was counted, each by every reading; what nobody can count is left out. */
export function figuresOf(facts: CampaignFacts, counted: Counted): readonly FrozenFigure[] {
  const rules = targetRulesOf(facts);
  return facts.targets.flatMap(({ key, label }) =>
    counted.flatMap(({ reading, numerator, denominator, ...it }): FrozenFigure[] => {
      const rule = it.key === key ? targetRule(key) : undefined;
      if (!rule || !isReading(reading)) return [];
      const met = rule.met({ numerator, denominator });
      return [{ key, label, reading, primary: rule.primary(rules) === reading, numerator, denominator, met }];
    }),
  );
}

/** What a closed year is known by: anybody can compute it again from the event. */
export const closureHash = (campaign: string, year: number, figures: readonly FrozenFigure[]): string =>
  contentHash({ campaign, year, figures });

/** The year's figures as they stand at this moment are its figures for good. */
export function closeCycle(
  { year }: CloseCycle,
  state: Existing,
  { id }: DecideContext<unknown>,
  reads: { readonly figures: Counted },
): CampaignEvent {
  const figures = figuresOf(state, reads.figures);
  return { type: 'CycleClosed', data: { year, figures, hash: closureHash(id, year, figures) } };
}
