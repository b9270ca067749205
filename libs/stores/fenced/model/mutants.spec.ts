import { describe, expect, it } from '@jest/globals';
import { crash, explore } from './explore.js';
import { MUTANTS } from './mutants.js';

const SEEDS = 500;

describe('Every step of passing fences is needed: rules break where', () => {
  it.each(MUTANTS)('$name', async ({ build, shownBy }) => {
    const broken = typeof shownBy === 'string' ? crash(shownBy, build) : explore(1, SEEDS, build, [shownBy]);
    expect(await broken).toMatchObject({ violations: expect.arrayContaining([expect.any(String)]) });
  });
});
