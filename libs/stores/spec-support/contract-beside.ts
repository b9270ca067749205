import { describe, expect, it } from '@jest/globals';
import { START, type ExpectedRevision, type StreamCheck } from '#kernel';
import type { Current } from './opened-store.js';
import { event, events, ids } from './samples.js';

/** Checking and writing streams beside an append, for stores that keep any streams in one step. */
export function besideContract(current: Current): void {
  const store = () => current().store;
  const streams = async (): Promise<string[]> =>
    (await store().readAll(START, 100)).map(({ stream, revision, eventId }) => `${stream}@${revision} ${eventId}`);

  describe('beside an append', () => {
    it('streams are checked and written in one step, in the order of their names, the target last', async () => {
      await store().append('year-1', 'noStream', events('y', 2));
      const answer = await store().append('plan-1', 'noStream', events('a', 2), {
        checks: [
          { stream: 'year-1', at: 1 },
          { stream: 'year-2', at: 'noStream' },
        ],
        writes: [
          { stream: 'fence-b', at: 'noStream', events: [event('b')] },
          { stream: 'fence-a', at: 'noStream', events: events('f', 2) },
        ],
      });
      expect(answer).toEqual({ outcome: 'appended', revision: 1, position: await store().head() });
      expect((await streams()).slice(2)).toEqual([
        'fence-a@0 f-0',
        'fence-a@1 f-1',
        'fence-b@0 b',
        'plan-1@0 a-0',
        'plan-1@1 a-1',
      ]);
      expect(await store().readStream('year-1')).toHaveLength(2);
    });

    it('all that fail are named, with what was found, and nothing is written', async () => {
      await store().append('plan-1', 'noStream', [event('a')]);
      await store().append('year-1', 'noStream', events('y', 2));
      await store().append('fence-a', 'noStream', [event('f')]);
      const before = await streams();
      const answer = await store().append('plan-1', 'noStream', [event('b')], {
        checks: [
          { stream: 'year-1', at: 0 },
          { stream: 'year-2', at: 4 },
          { stream: 'year-3', at: 'noStream' },
        ],
        writes: [
          { stream: 'fence-b', at: 'noStream', events: [event('g')] },
          { stream: 'fence-a', at: 'noStream', events: [event('h')] },
        ],
      });
      expect(answer).toEqual({
        outcome: 'conflict',
        failed: [
          { stream: 'plan-1', expected: 'noStream', actual: 0 },
          { stream: 'year-1', expected: 0, actual: 1 },
          { stream: 'year-2', expected: 4, actual: 'noStream' },
          { stream: 'fence-a', expected: 'noStream', actual: 0 },
        ],
      });
      expect(await streams()).toEqual(before);
    });

    it('nothing is written where only one check fails: a stream was born meanwhile', async () => {
      await store().append('year-1', 'noStream', [event('y')]);
      const beside = {
        checks: [{ stream: 'year-1', at: 'noStream' as const }],
        writes: [{ stream: 'fence-a', at: 'noStream' as const, events: [event('f')] }],
      };
      expect(await store().append('plan-1', 'noStream', [event('a')], beside)).toEqual({
        outcome: 'conflict',
        failed: [{ stream: 'year-1', expected: 'noStream', actual: 0 }],
      });
      expect(await streams()).toEqual(['year-1@0 y']);
    });

    it('the same append again is answered as the first time, whatever those streams did since', async () => {
      const again = () =>
        store().append('plan-1', 'noStream', events('a', 2), {
          checks: [{ stream: 'year-1', at: 'noStream' }],
          writes: [{ stream: 'fence-a', at: 'noStream', events: [event('f')] }],
        });
      const first = await again();
      await store().append('year-1', 'noStream', [event('y')]);
      await store().append('fence-a', 0, [event('g')]);
      await store().append('plan-1', 1, [event('b')]);
      const before = await streams();
      expect(await again()).toEqual(first);
      expect(await streams()).toEqual(before);
    });

    it('later appends of one turn see the earlier ones, and one that is refused leaves the others alone', async () => {
      const write = (id: string, at: StreamCheck['at'], expected: ExpectedRevision = 'noStream') =>
        store().append(`plan-${id}`, expected, [event(id)], {
          writes: [{ stream: 'fence-a', at, events: [event(`f-${id}`)] }],
        });
      const answers = await Promise.all([
        write('a', 'noStream'),
        write('b', 'noStream'),
        write('c', 0, 5),
        write('d', 0),
        store().append('plan-e', 'noStream', [event('e')], { checks: [{ stream: 'fence-a', at: 1 }] }),
        store().append('plan-f', 'noStream', [event('f')], { checks: [{ stream: 'plan-b', at: 0 }] }),
      ]);
      expect(answers.map(({ outcome }) => outcome)).toEqual([
        'appended',
        'conflict',
        'conflict',
        'appended',
        'appended',
        'conflict',
      ]);
      expect(ids(await store().readAll(START, 10))).toEqual(['f-a', 'a', 'f-d', 'd', 'e']);
    });

    it('two that each read what the other writes never both succeed', async () => {
      for (let turn = 0; turn < 50; turn += 1) {
        const [one, other] = [`one-${turn}`, `other-${turn}`];
        const answers = await Promise.all([
          store().append(one, 'noStream', [event(one)], { checks: [{ stream: other, at: 'noStream' }] }),
          store().append(other, 'noStream', [event(other)], { checks: [{ stream: one, at: 'noStream' }] }),
        ]);
        expect(answers.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
      }
    });
  });
}
