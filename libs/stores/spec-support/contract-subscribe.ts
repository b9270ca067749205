import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { START, StoreFault } from '#kernel';
import type { Current } from './opened-store.js';
import { gate, Recorder } from './recorder.js';
import { event, events, ids, positionAfter } from './samples.js';

/** Subscriptions: catching up, following, the seam between, at least once, back-pressure, ends. */
export function subscribeContract(current: Current): void {
  const store = () => current().store;

  describe('subscribe', () => {
    it('delivers what was there and then what comes', async () => {
      await store().append('plan-1', 'noStream', events('a', 3));
      const recorder = new Recorder();
      const subscription = store().subscribe(START, recorder);
      await recorder.until(() => recorder.events.length === 3);
      await store().append('plan-2', 'noStream', events('b', 2));
      await recorder.until(() => recorder.events.length === 5);
      await subscription.stop();
      expect(recorder.events).toEqual(await store().readAll(START, 10));
      expect(recorder.strays).toEqual([]);
    });

    it('begins after the given position, in batches of the given size', async () => {
      const from = positionAfter(await store().append('plan-1', 'noStream', [event('a')]));
      await store().append('plan-1', 0, events('b', 7));
      const sizes: number[] = [];
      const recorder = new Recorder(3, (batch) => void sizes.push(batch.length));
      const subscription = store().subscribe(from, recorder);
      await recorder.until(() => recorder.events.length === 7);
      await subscription.stop();
      expect(Math.max(...sizes)).toBe(3);
      expect(Math.min(...sizes)).toBeGreaterThan(0);
      expect(ids(recorder.events)).toEqual(ids(await store().readStream('plan-1', 1)));
      expect(recorder.strays).toEqual([]);
    });

    it('loses nothing at the seam and never goes back but to repeat, however appends and subscribing interleave', async () => {
      let run = 0;
      const schedule = fc.record({
        before: fc.nat({ max: 6 }),
        batchSize: fc.integer({ min: 1, max: 4 }),
        steps: fc.array(fc.constantFrom('append', 'appendTwo', 'turn', 'microtask'), { maxLength: 12 }),
      });
      await fc.assert(
        fc.asyncProperty(schedule, async ({ before, batchSize, steps }) => {
          run += 1;
          const start = await store().head();
          for (let i = 0; i < before; i += 1) void store().append(`s-${run}`, 'any', [event(`${run}-before-${i}`)]);
          const recorder = new Recorder(batchSize);
          const subscription = store().subscribe(start, recorder);
          const appends: Promise<unknown>[] = [];
          for (const [index, step] of steps.entries()) {
            if (step === 'turn') await new Promise(setImmediate);
            else if (step === 'microtask') await Promise.resolve();
            else appends.push(store().append(`s-${run}`, 'any', events(`${run}-${index}`, step === 'append' ? 1 : 2)));
          }
          await Promise.all(appends);
          await store().append(`s-${run}`, 'any', [event(`${run}-last`)]);
          await recorder.until(() => recorder.events.at(-1)?.eventId === `${run}-last`);
          await subscription.stop();
          expect(recorder.events).toEqual(await store().readAll(start, 100));
          expect(recorder.strays).toEqual([]);
        }),
        { numRuns: 150 },
      );
    });

    it('waits for a slow handler before the next batch', async () => {
      await store().append('plan-1', 'noStream', events('a', 6));
      const door = gate();
      const recorder = new Recorder(2, () => door.opened);
      const subscription = store().subscribe(START, recorder);
      await store().append('plan-1', 'any', events('b', 2));
      expect(recorder.events).toEqual([]);
      door.open();
      await recorder.until(() => recorder.events.length === 8);
      await subscription.stop();
      expect(recorder.mostRunning).toBe(1);
    });

    it('stop waits for the running handler and nothing is delivered after it', async () => {
      await store().append('plan-1', 'noStream', events('a', 4));
      const entered = gate();
      const door = gate();
      const recorder = new Recorder(2, () => (entered.open(), door.opened));
      const subscription = store().subscribe(START, recorder);
      await entered.opened;
      let stopped = false;
      const stopping = subscription.stop().then(() => (stopped = true));
      await new Promise(setImmediate);
      expect(stopped).toBe(false);
      door.open();
      await stopping;
      await store().append('plan-1', 'any', [event('b')]);
      await new Promise(setImmediate);
      expect(ids(recorder.events)).toEqual(['a-0', 'a-1']);
      expect(recorder.told).toBe(2);
      expect(recorder.errors).toEqual([]);
    });

    it('ends with onError when the handler throws, and leaves the others alone', async () => {
      const failing = new Recorder(10, () => Promise.reject(new Error('view broke')));
      const healthy = new Recorder();
      store().subscribe(START, failing);
      const subscription = store().subscribe(START, healthy);
      await store().append('plan-1', 'noStream', [event('a')]);
      await failing.until(() => failing.errors.length > 0);
      await store().append('plan-1', 'any', [event('b')]);
      await healthy.until(() => healthy.events.length === 2);
      await subscription.stop();
      expect(failing.errors.map(({ message }) => message)).toEqual(['view broke']);
      expect(failing.events).toEqual([]);
    });

    it('ends with onError for a cursor that is none', async () => {
      await store().append('plan-1', 'noStream', [event('a')]);
      const recorder = new Recorder();
      const subscription = store().subscribe('yesterday', recorder);
      await recorder.until(() => recorder.errors.length > 0);
      await subscription.stop();
      expect(recorder.errors).toEqual([expect.any(StoreFault)]);
      expect(recorder.told).toBe(0);
    });

    it('ends quietly when the store is closed', async () => {
      const recorder = new Recorder();
      const subscription = store().subscribe(START, recorder);
      await store().append('plan-1', 'noStream', [event('a')]);
      await recorder.until(() => recorder.events.length === 1);
      await store().close();
      await subscription.stop();
      expect(recorder.errors).toEqual([]);
    });
  });
}
