import { beforeEach, describe, expect, it } from '@jest/globals';
import { decode, fenceStream, kernelEvents, START, StoreFault, type EventStore, type StoredEvent } from '#kernel';
import { openMemoryStore } from '../memory/memory.store.js';
import { append, look, type Passed } from '../spec-support/passing.js';
import { event } from '../spec-support/samples.js';
import { fencedRestrictedStore, instead } from '../testing/index.js';
import type { FencedStore } from './fenced.store.js';
import { GRACE_MS } from './parts.js';

const A = fenceStream('achievement', 'a1');
const YEAR = fenceStream('cycle', 'c1.2026');

/** A store whose appends to some stream never get there. */
const without = (inner: EventStore, stream: string): EventStore =>
  instead(inner, {
    append: (name, ...rest) => {
      if (name === stream) throw new StoreFault('Gone');
      return inner.append(name, ...rest);
    },
  });

describe('A try that its process left open', () => {
  let inner: EventStore;
  let now: number;
  let store: FencedStore;
  const exclusive: Passed = { fence: { stream: A, at: 'noStream' }, use: 'exclusive', fact: 'theirs' };
  const shared: Passed = { fence: { stream: YEAR, at: 'noStream' }, use: 'shared' };
  const left = { target: 'plan-1', salt: '1', passes: [exclusive, shared] };
  beforeEach(async () => {
    [inner, now] = [openMemoryStore(), 0];
    store = fencedRestrictedStore(inner, () => now);
    const dying = fencedRestrictedStore(without(inner, 'plan-1'), () => now);
    await expect(append(dying, left)).rejects.toThrow(StoreFault);
  });

  it('holds up whoever passes the fence alone, and whoever relies on who passed alone; others share on', async () => {
    expect(await store.look(A, 'shared')).toBe('busy');
    expect(await store.look(YEAR, 'exclusive')).toBe('busy');
    expect(await store.look(YEAR, 'shared')).toMatchObject({ at: 0 });
    expect(await inner.readStream('plan-1')).toEqual([]);
  });

  it('is closed after the grace, counted from when it is first seen, and then for ever', async () => {
    now = 60_000;
    expect(await store.look(A, 'exclusive')).toBe('busy');
    now += GRACE_MS - 1;
    expect(await store.look(A, 'exclusive')).toBe('busy');
    now += 1;
    expect(await store.look(A, 'exclusive')).toEqual({ stream: A, at: 0, alone: 0, facts: [] });
    expect(await store.look(YEAR, 'exclusive')).toMatchObject({ at: 0 });
    expect(await append(store, left)).toMatchObject({
      outcome: 'conflict',
      failed: [{ stream: 'plan-1', expected: 'noStream', actual: 0 }],
    });
    const [voided, ...more] = await inner.readStream('plan-1');
    expect(more).toEqual([]);
    expect(decode('log', voided as StoredEvent, kernelEvents.AttemptVoided)).toMatchObject({
      event: { type: 'AttemptVoided' },
      meta: { actor: { subject: 'system' }, classification: 'RESTRICTED' },
    });
  });

  it('is done when its process wakes within the grace', async () => {
    expect(await store.look(A, 'exclusive')).toBe('busy');
    expect(await append(store, left)).toMatchObject({ outcome: 'appended' });
    now += GRACE_MS;
    expect(await store.look(A, 'exclusive')).toMatchObject({ facts: ['theirs'] });
    expect(await inner.readStream('plan-1')).toHaveLength(1);
  });

  it('is closed by nobody in a target that goes on otherwise: that tells', async () => {
    await inner.append('plan-1', 'noStream', [event('other')]);
    expect(await store.look(A, 'exclusive')).toMatchObject({ facts: [] });
    expect(await inner.readStream('plan-1')).toHaveLength(1);
  });

  it('is closed in tidying, once it has rested', async () => {
    await store.settle();
    now += GRACE_MS;
    await store.settle();
    expect(await inner.readStream('plan-1')).toHaveLength(1);
    expect(await look(store, A, 'exclusive')).toMatchObject({ at: 0 });
  });
});

describe('A try that is given up', () => {
  it('is told in the fences that it entered: nobody waits for it', async () => {
    const inner = openMemoryStore();
    const [one, other] = [fencedRestrictedStore(inner), fencedRestrictedStore(inner)];
    const passes: Passed[] = [
      { fence: await look(one, A, 'exclusive'), use: 'exclusive' },
      { fence: await look(one, YEAR, 'shared'), use: 'shared' },
    ];
    const freeze: Passed = { fence: await look(other, YEAR, 'exclusive'), use: 'exclusive' };
    await append(other, { target: 'year-1', salt: '2', passes: [freeze] });
    expect(await append(one, { target: 'plan-1', salt: '1', passes })).toMatchObject({ failed: [{ stream: YEAR }] });
    expect((await inner.readStream(A)).map(({ type }) => type)).toEqual(['FenceEntered', 'FenceSettled']);
    expect(await look(fencedRestrictedStore(inner), A, 'exclusive')).toEqual({ stream: A, at: 1, alone: 0, facts: [] });
    expect(await look(fencedRestrictedStore(inner), YEAR, 'exclusive')).toMatchObject({ at: 2 });
  });
});

describe('A fence that many passed', () => {
  it('tells what became of them, so that a new process looks up none', async () => {
    const inner = openMemoryStore();
    const store = fencedRestrictedStore(inner);
    for (let index = 0; index < 120; index += 1) {
      const passes: Passed[] = [{ fence: await look(store, YEAR, 'shared'), use: 'shared' }];
      await append(store, { target: `plan-${index}`, salt: String(index), passes });
    }
    await store.settle();
    const read: string[] = [];
    const counting = instead(inner, {
      readStream: (stream, ...rest) => {
        read.push(stream);
        return inner.readStream(stream, ...rest);
      },
    });
    expect(await look(fencedRestrictedStore(counting), YEAR, 'exclusive')).toMatchObject({ at: 120, facts: [] });
    expect(new Set(read)).toEqual(new Set([YEAR]));
    await store.settle();
    expect(await inner.readStream(YEAR)).toHaveLength(121);
    expect((await inner.readAll(START, 1_000)).filter(({ type }) => type === 'AttemptVoided')).toEqual([]);
  });
});
