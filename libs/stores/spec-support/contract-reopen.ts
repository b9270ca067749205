import { describe, expect, it } from '@jest/globals';
import { START } from '#kernel';
import type { Current } from './opened-store.js';
import { Recorder } from './recorder.js';
import { event, events, ids, positionAfter } from './samples.js';

/** A log that outlives its store is the same after closing and opening; adapters without one have nothing to show. */
export function reopenContract(current: Current): void {
  describe('after closing and opening again, where the log outlives the store,', () => {
    it('it is the same log', async () => {
      const { store, reopen } = current();
      await store.append('plan-1', 'noStream', events('a', 3));
      if (reopen === undefined) return;
      const log = await store.readAll(START, 10);
      const again = await reopen();
      expect(await again.readAll(START, 10)).toEqual(log);
      expect(await again.append('plan-1', 1, [event('b')])).toEqual({
        outcome: 'conflict',
        failed: [{ stream: 'plan-1', expected: 1, actual: 2 }],
      });
      const end = positionAfter(await again.append('plan-1', 2, [event('b')]));
      expect(await again.head()).toBe(end);
      const recorder = new Recorder();
      const subscription = again.subscribe(log[1]?.position ?? START, recorder);
      await recorder.until(() => recorder.events.length === 2);
      await subscription.stop();
      expect(ids(recorder.events)).toEqual(['a-2', 'b']);
    });

    it('the same append is answered as before', async () => {
      const { store, reopen } = current();
      const first = await store.append('plan-1', 'noStream', events('a', 3));
      const second = await store.append('plan-1', 2, events('b', 2));
      await store.append('plan-2', 'noStream', [event('c')]);
      if (reopen === undefined) return;
      const head = await store.head();
      const again = await reopen();
      expect(await again.append('plan-1', 'noStream', events('a', 3))).toEqual(first);
      expect(await again.append('plan-1', 2, events('b', 2))).toEqual(second);
      expect(await again.append('plan-1', 2, [event('b-1')])).toMatchObject({ outcome: 'conflict' });
      expect(await again.head()).toBe(head);
    });
  });
}
