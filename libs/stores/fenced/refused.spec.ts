import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  canonical,
  fenceEntry,
  fenceStream,
  START,
  StoreFault,
  type Beside,
  type EventStore,
  type StreamWrite,
} from '#kernel';
import { openMemoryStore } from '../memory/memory.store.js';
import { append, firstOf, look, type Passed } from '../spec-support/passing.js';
import { event, events } from '../spec-support/samples.js';
import { fencedRestrictedStore, instead } from '../testing/index.js';
import { fencedStore, type FencedStore } from './fenced.store.js';

const A = fenceStream('achievement', 'a1');
const first = firstOf({ target: 'plan-1', salt: '1' });
const entry = fenceEntry({ fence: A, use: 'exclusive', target: 'plan-1', at: 0, first });
const write = (parts: Partial<StreamWrite> = {}): Beside => ({
  writes: [{ stream: A, at: 'noStream', events: [entry], ...parts }],
});

/** A store that has lost the beginning of a stream. */
const truncated = (inner: EventStore, stream: string, before: () => number): EventStore =>
  instead(inner, {
    readStream: (name, from = 0, limit) =>
      inner.readStream(name, name === stream ? Math.max(from, before()) : from, limit),
  });

describe('The fenced store says that it cannot keep', () => {
  it.each<[string, Beside]>([
    ['a check on a stream that is no fence', { checks: [{ stream: 'year-1', at: 'noStream' }] }],
    ['a write to a stream that is no fence', write({ stream: 'year-1' })],
    ['what is no entry', write({ events: [event('f')] })],
    ['more than an entry', write({ events: [entry, event('f')] })],
    [
      'an entry for another target',
      write({ events: [fenceEntry({ fence: A, use: 'exclusive', target: 'plan-2', at: 0, first })] }),
    ],
    [
      'an entry for another place',
      write({ events: [fenceEntry({ fence: A, use: 'exclusive', target: 'plan-1', at: 1, first })] }),
    ],
    [
      'an entry of another try',
      write({
        events: [
          fenceEntry({
            fence: A,
            use: 'exclusive',
            target: 'plan-1',
            at: 0,
            first: { ...first, metadata: canonical({ salt: '2' }) },
          }),
        ],
      }),
    ],
    [
      'a shared entry written by its user',
      write({ events: [fenceEntry({ fence: A, use: 'shared', target: 'plan-1', at: 0, first })] }),
    ],
  ])('%s', async (_, beside) => {
    const store = fencedRestrictedStore();
    const appending = store.append('plan-1', 'noStream', [first], beside);
    await expect(appending).rejects.toThrow(/chỉ giữ được chốt.*keeps fences/);
    expect(await store.head()).toBe(START);
  });
});

describe('The fenced store', () => {
  let inner: EventStore;
  let store: FencedStore;
  beforeEach(() => {
    inner = openMemoryStore();
    store = fencedRestrictedStore(inner);
  });
  const pass = async (target: string, salt = '1'): Promise<void> => {
    const passes: Passed[] = [{ fence: await look(store, A, 'exclusive'), use: 'exclusive', fact: target }];
    expect(await append(store, { target, salt, passes })).toMatchObject({ outcome: 'appended' });
  };

  it('enters no fence for a target that stands elsewhere, also where it has not come so far', async () => {
    await inner.append('plan-1', 'noStream', events('a', 2));
    for (const expected of ['noStream', 0, 7] as const) {
      const at = expected === 'noStream' ? 0 : expected + 1;
      const own = fenceEntry({ fence: A, use: 'exclusive', target: 'plan-1', at, first });
      expect(await store.append('plan-1', expected, [first], write({ events: [own] }))).toEqual({
        outcome: 'conflict',
        failed: [{ stream: 'plan-1', expected, actual: 1 }],
      });
    }
    expect(await inner.readStream(A)).toEqual([]);
  });

  it('takes a fence that lost its beginning for damaged, not for new', async () => {
    await pass('plan-1');
    await pass('plan-2', '2');
    const after = fencedRestrictedStore(truncated(inner, A, () => 1));
    await expect(after.look(A, 'shared')).rejects.toThrow(/thiếu sự kiện 0.*lost its event 0/);
  });

  it('takes a fence that is gone for damaged, also when it knew it before', async () => {
    await pass('plan-1');
    let gone = 0;
    const after = fencedRestrictedStore(truncated(inner, A, () => gone));
    await after.look(A, 'shared');
    gone = 1;
    await expect(after.look(A, 'shared')).rejects.toThrow(StoreFault);
  });

  it('takes a target that lost what would tell for damaged: nothing was aborted by that', async () => {
    await pass('plan-1');
    const after = fencedRestrictedStore(truncated(inner, 'plan-1', () => 1));
    await inner.append('plan-1', 0, [event('b')]);
    await expect(after.look(A, 'exclusive')).rejects.toThrow(/plan-1 has lost its event 0/);
    expect(await inner.readStream('plan-1')).toHaveLength(2);
  });

  it('remembers little where it is told to, and is right all the same', async () => {
    const parts = {
      clock: { now: () => '2026-01-01T00:00:00.000Z' },
      random: { bytes: Buffer.alloc },
      elapsed: () => 0,
    };
    store = fencedStore(inner, { ...parts, remembered: 1 });
    for (let index = 0; index < 5; index += 1) await pass(`plan-${index}`, String(index));
    const other = fenceStream('achievement', 'a2');
    expect(await look(store, other, 'exclusive')).toMatchObject({ at: 'noStream' });
    const facts = ['plan-0', 'plan-1', 'plan-2', 'plan-3', 'plan-4'];
    expect(await look(store, A, 'shared')).toMatchObject({ at: 4, facts });
    expect(await look(fencedStore(inner, { ...parts, remembered: 1 }), A, 'exclusive')).toMatchObject({ at: 4, facts });
  });
});
