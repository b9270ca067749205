import { describe, expect, it } from '@jest/globals';
import { START, StoreFault, type ExpectedRevision } from '#kernel';
import type { Current } from './opened-store.js';
import { event, events, firstPositions, ids } from './samples.js';

/** Appending: expected revisions, atomicity, duplicates. */
export function appendContract(current: Current): void {
  const store = () => current().store;

  describe('append', () => {
    it('answers with the revision and position of the last event', async () => {
      expect(await store().append('plan-1', 'noStream', [event('a')])).toEqual({
        outcome: 'appended',
        revision: 0,
        position: '0000000000000001',
      });
      expect(await store().append('plan-1', 0, events('b', 2))).toEqual({
        outcome: 'appended',
        revision: 2,
        position: '0000000000000003',
      });
      expect(await store().head()).toBe('0000000000000003');
    });

    it('gives gapless positions in commit order, across streams', async () => {
      for (let turn = 0; turn < 5; turn += 1) {
        await store().append('plan-1', 'any', [event(`one-${turn}`)]);
        await store().append('plan-2', 'any', events(`two-${turn}`, 2));
      }
      const log = await store().readAll(START, 100);
      expect(log.map(({ position }) => position)).toEqual(firstPositions(15));
      expect(ids(log).slice(0, 4)).toEqual(['one-0', 'two-0-0', 'two-0-1', 'one-1']);
    });

    it.each<[string, ExpectedRevision]>([
      ['the right number', 1],
      ['streamExists', 'streamExists'],
      ['any', 'any'],
    ])('accepts %s on an existing stream', async (_, expected) => {
      await store().append('plan-1', 'noStream', events('a', 2));
      expect(await store().append('plan-1', expected, [event('b')])).toMatchObject({
        outcome: 'appended',
        revision: 2,
      });
    });

    it.each<[string, ExpectedRevision]>([
      ['noStream', 'noStream'],
      ['any', 'any'],
    ])('accepts %s on an absent stream', async (_, expected) => {
      expect(await store().append('plan-1', expected, [event('a')])).toMatchObject({
        outcome: 'appended',
        revision: 0,
      });
    });

    it.each<[string, ExpectedRevision]>([
      ['a number behind the stream', 0],
      ['a number ahead of the stream', 2],
      ['noStream', 'noStream'],
    ])('tells a conflict for %s on an existing stream', async (_, expected) => {
      await store().append('plan-1', 'noStream', events('a', 2));
      expect(await store().append('plan-1', expected, [event('b')])).toEqual({
        outcome: 'conflict',
        expected,
        actual: 1,
      });
      expect(ids(await store().readAll(START, 10))).toEqual(['a-0', 'a-1']);
    });

    it.each<[string, ExpectedRevision]>([
      ['a number', 0],
      ['streamExists', 'streamExists'],
    ])('tells a conflict for %s on an absent stream', async (_, expected) => {
      const answer = await store().append('plan-1', expected, [event('a')]);
      expect(answer).toEqual({ outcome: 'conflict', expected, actual: 'noStream' });
      expect(await store().head()).toBe(START);
    });

    it('appends nothing of several events when the belief is wrong', async () => {
      await store().append('plan-1', 'noStream', [event('a')]);
      expect(await store().append('plan-1', 4, events('b', 3))).toMatchObject({ outcome: 'conflict' });
      expect(ids(await store().readStream('plan-1'))).toEqual(['a']);
    });

    it('names a duplicate event id and appends nothing, wherever the id was used', async () => {
      await store().append('plan-1', 'noStream', [event('a')]);
      const batch = [event('b'), event('a'), event('c')];
      expect(await store().append('plan-2', 'any', batch)).toEqual({ outcome: 'duplicate', eventId: 'a' });
      expect(ids(await store().readAll(START, 10))).toEqual(['a']);
      expect(await store().append('plan-2', 'noStream', [event('b')])).toMatchObject({ position: '0000000000000002' });
    });

    it('names an id that comes twice in one batch', async () => {
      const batch = [event('a'), event('b'), event('a')];
      expect(await store().append('plan-1', 'noStream', batch)).toEqual({ outcome: 'duplicate', eventId: 'a' });
      expect(await store().head()).toBe(START);
    });

    it('tells the duplicate rather than the conflict when the same append is sent again', async () => {
      await store().append('plan-1', 'noStream', [event('a')]);
      expect(await store().append('plan-1', 'noStream', [event('a')])).toEqual({ outcome: 'duplicate', eventId: 'a' });
      const twice = [event('b'), event('b')];
      expect(await store().append('plan-1', 7, twice)).toEqual({ outcome: 'duplicate', eventId: 'b' });
    });

    it('refuses an append without events', async () => {
      await expect(store().append('plan-1', 'any', [])).rejects.toThrow(RangeError);
    });

    it('fails readably after the store is closed', async () => {
      await store().close();
      await expect(store().append('plan-1', 'any', [event('a')])).rejects.toThrow(StoreFault);
      await expect(store().append('plan-1', 'any', [event('a')])).rejects.toThrow(/đã đóng.*closed/);
      await expect(store().readAll(START, 1)).rejects.toThrow(StoreFault);
      expect(() => store().subscribe(START, { onEvents: () => undefined })).toThrow(StoreFault);
    });

    it('finishes the appends under way before it closes, and closes twice without harm', async () => {
      const underWay = store().append('plan-1', 'noStream', [event('a')]);
      await Promise.all([store().close(), store().close()]);
      expect(await underWay).toMatchObject({ outcome: 'appended' });
    });
  });
}
