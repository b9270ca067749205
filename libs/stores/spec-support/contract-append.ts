import { describe, expect, it } from '@jest/globals';
import { START, StoreFault, type ExpectedRevision } from '#kernel';
import type { Current } from './opened-store.js';
import { event, events, ids, positionAfter } from './samples.js';

/** Appending: expected revisions, atomicity, positions, ends. */
export function appendContract(current: Current): void {
  const store = () => current().store;

  describe('append', () => {
    it('answers with the revision and position of the last event', async () => {
      const first = await store().append('plan-1', 'noStream', [event('a')]);
      expect(first).toEqual({ outcome: 'appended', revision: 0, position: await store().head() });
      const second = await store().append('plan-1', 0, events('b', 2));
      expect(second).toEqual({ outcome: 'appended', revision: 2, position: await store().head() });
      const log = await store().readAll(START, 10);
      expect(log.map(({ position }) => position)).toEqual([
        positionAfter(first),
        expect.any(String),
        positionAfter(second),
      ]);
    });

    it('gives rising positions in commit order, across streams', async () => {
      for (let turn = 0; turn < 5; turn += 1) {
        await store().append('plan-1', 'any', [event(`one-${turn}`)]);
        await store().append('plan-2', 'any', events(`two-${turn}`, 2));
      }
      const log = await store().readAll(START, 100);
      const positions = log.map(({ position }) => position);
      expect(positions).toHaveLength(15);
      expect([...new Set(positions)].sort()).toEqual(positions);
      expect(ids(log).slice(0, 4)).toEqual(['one-0', 'two-0-0', 'two-0-1', 'one-1']);
    });

    it.each<[string, ExpectedRevision]>([
      ['the right number', 1],
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
        failed: [{ stream: 'plan-1', expected, actual: 1 }],
      });
      expect(ids(await store().readAll(START, 10))).toEqual(['a-0', 'a-1']);
    });

    it('tells a conflict for a number on an absent stream', async () => {
      const answer = await store().append('plan-1', 0, [event('a')]);
      expect(answer).toEqual({ outcome: 'conflict', failed: [{ stream: 'plan-1', expected: 0, actual: 'noStream' }] });
      expect(await store().head()).toBe(START);
    });

    it('appends nothing of several events when the belief is wrong', async () => {
      await store().append('plan-1', 'noStream', [event('a')]);
      expect(await store().append('plan-1', 4, events('b', 3))).toMatchObject({ outcome: 'conflict' });
      expect(ids(await store().readStream('plan-1'))).toEqual(['a']);
    });

    it('refuses an append without events, and one that carries an id twice', async () => {
      await expect(store().append('plan-1', 'any', [])).rejects.toThrow(RangeError);
      const twice = [event('a'), event('b'), event('a')];
      await expect(store().append('plan-1', 'noStream', twice)).rejects.toThrow(RangeError);
      expect(await store().head()).toBe(START);
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
