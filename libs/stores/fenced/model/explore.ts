import { violationsIn } from './invariants.js';
import { choicesOf, mishapAt, picksBy, type Mishap } from './picks.js';
import { run, type Build } from './run.js';
import { AFTERWARDS, ALL_SCENARIOS, type Scenario } from './scenarios.js';

/** A run that showed what must never be. */
export interface Broken {
  readonly scenario: string;
  /** What gives the same run again. */
  readonly by: string;
  readonly violations: readonly string[];
}

/** The most choices of one run. */
const MOST_CHOICES = 90;

/**
 * Runs every scenario once for each seed.
 * @param seed the first; those of the further runs follow
 * @returns the first run that broke something
 */
export async function explore(
  seed: number,
  runs: number,
  build?: Build,
  scenarios: readonly Scenario[] = ALL_SCENARIOS,
): Promise<Broken | undefined> {
  for (let each = seed; each < seed + runs; each += 1) {
    for (const { name, jobs } of scenarios) {
      const violations = violationsIn(
        await run(jobs, picksBy(choicesOf(each, each % MOST_CHOICES)), AFTERWARDS, build),
      );
      if (violations.length > 0) return { scenario: name, by: `seed ${each}`, violations };
    }
  }
  return undefined;
}

/**
 * Lets the first process of every scenario meet with a mishap at each of its calls, one after the other.
 * @returns the first run that broke something
 */
export async function crash(mishap: Mishap, build?: Build): Promise<Broken | undefined> {
  for (const { name, jobs } of ALL_SCENARIOS) {
    for (let call = 0; ; call += 1) {
      let hasCome = false;
      const pick = mishapAt('a', call, mishap, () => (hasCome = true));
      const violations = violationsIn(await run(jobs, pick, AFTERWARDS, build));
      if (violations.length > 0) return { scenario: name, by: `${mishap} call ${call}`, violations };
      if (!hasCome) break;
    }
  }
  return undefined;
}
