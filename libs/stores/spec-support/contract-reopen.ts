import { expect, it } from '@jest/globals';
import { START } from '#kernel';
import type { Current } from './opened-store.js';
import { Recorder } from './recorder.js';
import { event, events, ids } from './samples.js';

/** A log that outlives its store is the same after closing and opening; adapters without one have nothing to show. */
export function reopenContract(current: Current): void {
  it('is the same log after closing and opening again, where it outlives the store', async () => {
    const { store, reopen } = current();
    await store.append('plan-1', 'noStream', events('a', 3));
    if (reopen === undefined) return;
    const log = await store.readAll(START, 10);
    const again = await reopen();
    expect(await again.readAll(START, 10)).toEqual(log);
    expect(await again.append('plan-1', 2, [event('a-1')])).toEqual({ outcome: 'duplicate', eventId: 'a-1' });
    expect(await again.append('plan-1', 1, [event('b')])).toEqual({ outcome: 'conflict', expected: 1, actual: 2 });
    expect(await again.append('plan-1', 2, [event('b')])).toEqual({
      outcome: 'appended',
      revision: 3,
      position: '0000000000000004',
    });
    const recorder = new Recorder();
    const subscription = again.subscribe('0000000000000002', recorder);
    await recorder.until(() => recorder.events.length === 2);
    await subscription.stop();
    expect(ids(recorder.events)).toEqual(['a-2', 'b']);
  });
}
