import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { crash } from './explore.js';
import { violationsIn } from './invariants.js';
import { CHOICES, MISHAPS, picksBy } from './picks.js';
import { run } from './run.js';
import { AFTERWARDS, ALL_SCENARIOS } from './scenarios.js';

const choices = fc.array(fc.nat(CHOICES - 1), { maxLength: 90 });

describe('Fences over single-stream appends keep the rules, whatever comes between two steps, when', () => {
  it.each(ALL_SCENARIOS)('$name', async ({ jobs }) => {
    await fc.assert(
      fc.asyncProperty(choices, async (some) => {
        expect(violationsIn(await run(jobs, picksBy(some), AFTERWARDS))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('Fences over single-stream appends keep the rules, whichever call a process', () => {
  it.each(MISHAPS)('%s', async (mishap) => {
    expect(await crash(mishap)).toBeUndefined();
  });
});
