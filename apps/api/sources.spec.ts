import { describe, expect, it } from '@jest/globals';
import type { Clock } from '#kernel';
import { HUE_OPENS } from '#seed';
import { openMemoryStore } from '#stores';
import { SimulatedClock } from '#runtime';
import { readConfiguration } from './configuration.js';
import { sourcesFor } from './sources.js';

const DAY_MS = 86_400_000;
const demo = readConfiguration({});
const production = readConfiguration({
  KHEO_PROFILE: 'production',
  KHEO_OIDC_ISSUER: 'https://id.example.vn',
  KHEO_OIDC_AUDIENCE: 'kheo',
  KHEO_FIRST_ADMIN: 'first',
});
const recorded = async (recordedAt: string) => {
  const store = openMemoryStore();
  await store.append('plan-1', 'noStream', [
    { eventId: '1', type: 'A', data: '{}', metadata: JSON.stringify({ recordedAt }) },
  ]);
  return store;
};

describe('the clock of the demonstration', () => {
  it('is the machine’s own from the campaign’s first day on', async () => {
    const machine = new SimulatedClock('2026-11-25T02:00:00.000Z');
    expect((await sourcesFor(demo, openMemoryStore(), machine)).clock).toBe(machine);
  });

  it('starts on that day where the machine’s clock stands before it, and keeps its pace', async () => {
    const machine = new SimulatedClock('2025-11-03T02:00:00.000Z');
    const { clock } = await sourcesFor(demo, openMemoryStore(), machine);
    expect(clock.now()).toBe(HUE_OPENS);
    machine.tick(DAY_MS);
    expect(clock.now()).toBe('2026-07-02T01:00:00.000Z');
  });

  it('goes on after what has been recorded when it is started again', async () => {
    const machine = new SimulatedClock('2025-11-04T02:00:00.000Z');
    const store = await recorded('2026-07-02T01:00:00.000Z');
    expect((await sourcesFor(demo, store, machine)).clock.now()).toBe('2026-07-02T01:00:00.000Z');
  });

  it('starts on that day at the earliest also where it moves by command', async () => {
    const from = (instant: string) => readConfiguration({ KHEO_SIMULATED_FROM: instant, KHEO_SIMULATION_SEED: 'spec' });
    const now = async (instant: string) => (await sourcesFor(from(instant), openMemoryStore())).clock.now();
    expect([await now('2025-11-03T02:00:00Z'), await now('2027-01-01T00:00:00Z')]).toEqual([
      HUE_OPENS,
      '2027-01-01T00:00:00.000Z',
    ]);
  });
});

describe('the clock in production', () => {
  it('is the machine’s, wherever it stands', async () => {
    const machine: Clock = { now: () => '2020-01-01T00:00:00.000Z' };
    expect((await sourcesFor(production, openMemoryStore(), machine)).clock).toBe(machine);
  });
});
