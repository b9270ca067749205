import { describe, expect, it } from '@jest/globals';
import { openMemoryStore } from '#stores';
import { canonical, fenceEntry, fenceStream, gateOf, type EventStore, type FenceUse, type Json } from '../index.js';
import { instead } from '../spec-support/stores.js';

const fence = fenceStream('year', 'c1.2026');

const entry = (name: string, at: number, fact?: Json, use: FenceUse = 'exclusive') =>
  fenceEntry({
    fence,
    use,
    target: `plan-${name}`,
    at,
    first: { eventId: name, type: 'PlanDrafted', data: '{}', metadata: canonical({ salt: name }) },
    ...(fact !== undefined && { fact }),
  });

async function entered(store: EventStore, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await store.append(fence, 'any', [entry(`p${index}`, 0, index)]);
}

describe('The gate of a store that writes in one step', () => {
  it('has nothing of a fence that nobody passed', async () => {
    expect(await gateOf(openMemoryStore()).look(fence, 'shared')).toEqual({
      stream: fence,
      at: 'noStream',
      alone: 'noStream',
      facts: [],
    });
  });

  it('tells the last revision and the facts, oldest first', async () => {
    const store = openMemoryStore();
    await store.append(fence, 'noStream', [entry('a', 0, 'held'), entry('b', 1), entry('c', 2, { free: true })]);
    expect(await gateOf(store).look(fence, 'exclusive')).toEqual({
      stream: fence,
      at: 2,
      alone: 2,
      facts: ['held', { free: true }],
    });
  });

  it('tells apart who passed alone and, in a log from another store, who only shared it', async () => {
    const store = openMemoryStore();
    await store.append(fence, 'noStream', [entry('a', 0), entry('b', 0, undefined, 'shared')]);
    expect(await gateOf(store).look(fence, 'shared')).toMatchObject({ at: 1, alone: 0 });
  });

  it('tells all of a long fence', async () => {
    const store = openMemoryStore();
    await entered(store, 1_001);
    const looked = await gateOf(store).look(fence, 'shared');
    expect(looked).toMatchObject({ at: 1_000, facts: { length: 1_001 } });
  });

  it('reads only what came since, and remembers so many fences only', async () => {
    const store = openMemoryStore();
    await entered(store, 3);
    const from: (number | undefined)[] = [];
    const gate = gateOf(
      instead(store, { readStream: (...args) => (from.push(args[1]), store.readStream(...args)) }),
      1,
    );
    await gate.look(fence, 'shared');
    await entered(store, 1);
    expect(await gate.look(fence, 'shared')).toMatchObject({ at: 3, facts: [0, 1, 2, 0] });
    await store.append('fence-other.1', 'noStream', [entry('o', 0)]);
    await gate.look('fence-other.1', 'shared');
    await gate.look(fence, 'shared');
    expect(from).toEqual([0, 3, 0, 0]);
  });

  it('leaves out what another store found to have failed', async () => {
    const store = openMemoryStore();
    const [lost, won] = [entry('a', 0, 'lost'), entry('b', 0, 'won')];
    const { attempt } = JSON.parse(lost.data) as { attempt: string };
    const settled = {
      eventId: 's',
      type: 'FenceSettled',
      data: canonical({ committed: [], aborted: [attempt] }),
      metadata: '{}',
    };
    await store.append(fence, 'noStream', [lost, won, settled]);
    expect(await gateOf(store).look(fence, 'shared')).toMatchObject({ at: 2, facts: ['won'] });
  });

  it('is the store’s own, where it has one', () => {
    const store = { ...instead(openMemoryStore(), {}), look: async () => 'busy' as const };
    expect(gateOf(store)).toBe(store);
  });
});
