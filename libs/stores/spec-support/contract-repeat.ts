import { describe, expect, it } from '@jest/globals';
import { START, type EventToAppend, type ExpectedRevision } from '#kernel';
import type { Current } from './opened-store.js';
import { event, events, ids } from './samples.js';

/**
 * The same append again. Ids are compared only where an explicit revision is behind the stream's end, and only with the
 * events that follow it: nothing else about an id is known to a store.
 */
export function repeatContract(current: Current): void {
  const store = () => current().store;

  describe('the same append again', () => {
    it.each<[string, ExpectedRevision, EventToAppend[]]>([
      ['the first of the stream', 'noStream', [event('a')]],
      ['one event', 0, [event('b')]],
      ['several events', 0, events('b', 3)],
    ])('is answered as before and appends nothing: %s', async (_, expected, batch) => {
      if (expected === 0) await store().append('plan-1', 'noStream', [event('a')]);
      const first = await store().append('plan-1', expected, batch);
      const log = await store().readAll(START, 100);
      expect(await store().append('plan-1', expected, batch)).toEqual(first);
      expect(await store().readAll(START, 100)).toEqual(log);
    });

    it('is answered as before when others have appended behind it', async () => {
      const first = await store().append('plan-1', 'noStream', events('a', 2));
      const second = await store().append('plan-1', 1, events('b', 2));
      await store().append('plan-2', 'noStream', events('c', 2));
      await store().append('plan-1', 3, [event('d')]);
      const head = await store().head();
      expect(await store().append('plan-1', 1, events('b', 2))).toEqual(second);
      expect(await store().append('plan-1', 'noStream', events('a', 2))).toEqual(first);
      expect(await store().head()).toBe(head);
    });

    it('is known by its ids, and what it carries now is not looked at', async () => {
      const first = await store().append('plan-1', 'noStream', [event('a', { data: '{"n":1}' })]);
      expect(await store().append('plan-1', 'noStream', [event('a', { data: '{"n":2}' })])).toEqual(first);
      expect(await store().readStream('plan-1')).toMatchObject([{ data: '{"n":1}' }]);
    });

    it('is answered alike to all who send it at once', async () => {
      const batch = events('a', 2);
      const answers = await Promise.all(Array.from({ length: 5 }, () => store().append('plan-1', 'noStream', batch)));
      const answer = { outcome: 'appended', revision: 1, position: await store().head() };
      expect(answers).toEqual(Array.from({ length: 5 }, () => answer));
      expect(ids(await store().readAll(START, 10))).toEqual(['a-0', 'a-1']);
    });

    it.each<[string, EventToAppend[]]>([
      ['a later part of it', [event('a-1'), event('a-2')]],
      ['its events in another order', [event('a-1'), event('a-0'), event('a-2')]],
      ['its first events and another', [event('a-0'), event('x')]],
      ['all of it and more', [...events('a', 3), event('x')]],
      ['its events under one new id', [event('a-0'), event('x'), event('a-2')]],
    ])('is a conflict when only part of it stands there: %s', async (_, batch) => {
      await store().append('plan-1', 'noStream', events('a', 3));
      expect(await store().append('plan-1', 'noStream', batch)).toEqual({
        outcome: 'conflict',
        failed: [{ stream: 'plan-1', expected: 'noStream', actual: 2 }],
      });
      expect(ids(await store().readAll(START, 10))).toEqual(['a-0', 'a-1', 'a-2']);
    });

    it('is answered up to where it goes when it carries fewer events and all of them stand there', async () => {
      await store().append('plan-1', 'noStream', events('a', 3));
      const [, second] = await store().readStream('plan-1');
      expect(await store().append('plan-1', 'noStream', events('a', 2))).toEqual({
        outcome: 'appended',
        revision: 1,
        position: second?.position,
      });
    });

    it('is another append at the present revision', async () => {
      await store().append('plan-1', 'noStream', events('a', 2));
      expect(await store().append('plan-1', 1, events('a', 2))).toMatchObject({ outcome: 'appended', revision: 3 });
      expect(ids(await store().readStream('plan-1'))).toEqual(['a-0', 'a-1', 'a-0', 'a-1']);
    });

    it('is another append when the writer believes nothing', async () => {
      await store().append('plan-1', 'any', [event('a')]);
      expect(await store().append('plan-1', 'any', [event('a')])).toMatchObject({ outcome: 'appended', revision: 1 });
      expect(ids(await store().readStream('plan-1'))).toEqual(['a', 'a']);
    });

    it('is another append in another stream', async () => {
      await store().append('plan-1', 'noStream', events('a', 2));
      expect(await store().append('plan-2', 'noStream', events('a', 2))).toEqual({
        outcome: 'appended',
        revision: 1,
        position: await store().head(),
      });
      expect(ids(await store().readAll(START, 10))).toEqual(['a-0', 'a-1', 'a-0', 'a-1']);
    });
  });
}
