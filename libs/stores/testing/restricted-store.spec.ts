import { describe, expect, it } from '@jest/globals';
import { START, StoreFault } from '#kernel';
import { openMemoryStore } from '../memory/memory.store.js';
import { storeContract } from '../spec-support/contract.js';
import { Recorder } from '../spec-support/recorder.js';
import { event, events, ids } from '../spec-support/samples.js';
import { restrictedStore } from './index.js';

storeContract('The restricted store', async () => {
  const store = restrictedStore();
  return { store, cleanup: () => store.close() };
});

describe('The restricted store', () => {
  it('shows positions that are no numbers and have gaps of no fixed size', async () => {
    const inner = openMemoryStore();
    const store = restrictedStore(inner);
    await store.append('plan-1', 'noStream', events('a', 200));
    const shown = (await store.readAll(START, 200)).map(({ position }) => position);
    const places = shown.map((position) => parseInt(position.slice(3), 32));
    const gaps = new Set(places.slice(1).map((place, index) => place - (places[index] ?? 0)));
    expect(Number(shown[0])).toBeNaN();
    expect(gaps.size).toBeGreaterThan(1);
    expect(Math.min(...gaps)).toBeGreaterThan(1);
    await expect(store.readAll(await inner.head(), 1)).rejects.toThrow(StoreFault);
  });

  it('delivers a batch twice, then begins again a few events earlier, never more at once than is asked for', async () => {
    const store = restrictedStore();
    await store.append('plan-1', 'noStream', events('a', 8));
    const batches: string[][] = [];
    const recorder = new Recorder(2, (batch) => void batches.push(ids(batch)));
    const subscription = store.subscribe(START, recorder);
    await recorder.until(() => recorder.events.length === 8 && recorder.told === 15);
    await subscription.stop();
    expect(batches).toEqual([
      ['a-0', 'a-1'],
      ['a-0', 'a-1'],
      ['a-2', 'a-3'],
      ['a-1', 'a-2'],
      ['a-3', 'a-4'],
      ['a-5'],
      ['a-6', 'a-7'],
      ['a-6', 'a-7'],
    ]);
  });

  it('repeats a single event too', async () => {
    const store = restrictedStore();
    const recorder = new Recorder();
    const subscription = store.subscribe(START, recorder);
    await store.append('plan-1', 'noStream', [event('a')]);
    await recorder.until(() => recorder.told === 2);
    await subscription.stop();
    expect(ids(recorder.events)).toEqual(['a']);
  });

  it('appends to one stream at a time, and says so', async () => {
    const store = restrictedStore();
    const appending = store.append('plan-1', 'noStream', [event('a')], { checks: [{ stream: 'year-1', at: 0 }] });
    await expect(appending).rejects.toThrow(/mỗi lần một chuỗi sự kiện.*one stream at a time/);
    await expect(appending).rejects.toThrow(StoreFault);
    expect(await store.head()).toBe(START);
  });
});
