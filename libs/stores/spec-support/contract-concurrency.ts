import { describe, expect, it } from '@jest/globals';
import { START, type AppendResult } from '#kernel';
import type { Current } from './opened-store.js';
import { event, events, ids } from './samples.js';

const STREAMS = 4;
const CALLERS_PER_REVISION = 25;
const REVISIONS = 100;

/** Many callers at once. */
export function concurrencyContract(current: Current): void {
  const store = () => current().store;

  describe('concurrent appends', () => {
    it('have exactly one winner for each revision, among 10,000', async () => {
      const attempts: Promise<AppendResult>[] = [];
      for (let revision = 0; revision < REVISIONS; revision += 1) {
        for (let stream = 0; stream < STREAMS; stream += 1) {
          for (let caller = 0; caller < CALLERS_PER_REVISION; caller += 1) {
            const id = `${stream}-${revision}-${caller}`;
            attempts.push(store().append(`s-${stream}`, revision === 0 ? 'noStream' : revision - 1, [event(id)]));
          }
        }
        // Some revisions travel in one group, some in several.
        if (revision % 7 === 0) await new Promise(setImmediate);
      }
      const answers = await Promise.all(attempts);
      expect(answers).toHaveLength(10_000);
      expect(answers.filter(({ outcome }) => outcome === 'appended')).toHaveLength(STREAMS * REVISIONS);
      const log = await store().readAll(START, 10_000);
      expect(log).toHaveLength(STREAMS * REVISIONS);
      const positions = log.map(({ position }) => position);
      expect([...new Set(positions)].sort()).toEqual(positions);
      for (let stream = 0; stream < STREAMS; stream += 1) {
        const revisions = log.filter((stored) => stored.stream === `s-${stream}`).map(({ revision }) => revision);
        expect(revisions).toEqual(Array.from({ length: REVISIONS }, (_, revision) => revision));
      }
    });

    it('each get their own answer, in the order they were asked for', async () => {
      const answers = await Promise.all([
        store().append('plan-1', 'noStream', events('a', 2)),
        store().append('plan-1', 'noStream', [event('b')]),
        store().append('plan-2', 0, [event('c')]),
        store().append('plan-1', 'noStream', events('a', 2)),
        store().append('plan-1', 1, [event('e')]),
        store().append('plan-2', 'noStream', [event('f')]),
      ]);
      const log = await store().readAll(START, 10);
      expect(ids(log)).toEqual(['a-0', 'a-1', 'e', 'f']);
      expect(answers).toEqual([
        { outcome: 'appended', revision: 1, position: log[1]?.position },
        { outcome: 'conflict', failed: [{ stream: 'plan-1', expected: 'noStream', actual: 1 }] },
        { outcome: 'conflict', failed: [{ stream: 'plan-2', expected: 0, actual: 'noStream' }] },
        { outcome: 'appended', revision: 1, position: log[1]?.position },
        { outcome: 'appended', revision: 2, position: log[2]?.position },
        { outcome: 'appended', revision: 0, position: log[3]?.position },
      ]);
    });

    it('are durable and readable by the time they are answered', async () => {
      await Promise.all(
        Array.from({ length: 50 }, async (_, index) => {
          const answer = await store().append(`s-${index}`, 'noStream', [event(`e-${index}`)]);
          const [stored] = await store().readStream(`s-${index}`);
          expect(answer).toEqual({ outcome: 'appended', revision: 0, position: stored?.position });
        }),
      );
    });
  });
}
