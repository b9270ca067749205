import { beforeEach, describe, expect, it } from '@jest/globals';
import { fenceStream, isFence, START } from '#kernel';
import type { Current } from './opened-store.js';
import { append, firstOf, look, type Passed } from './passing.js';
import { event } from './samples.js';

const A = fenceStream('achievement', 'a1');
const R = fenceStream('recipient', 'p1');
const YEAR = fenceStream('cycle', 'c1.2026');

/** Passing fences beside an append: what every store keeps, with transactions over streams or without. */
export function fencesContract(current: Current): void {
  const store = () => current().store;
  const targets = async (): Promise<string[]> =>
    (await store().readAll(START, 1_000)).filter(({ stream }) => !isFence(stream)).map(({ stream }) => stream);
  const alone = async (stream: string, fact?: string): Promise<Passed> => ({
    fence: await look(store(), stream, 'exclusive'),
    use: 'exclusive',
    ...(fact !== undefined && { fact }),
  });
  const among = async (stream: string): Promise<Passed> => ({
    fence: await look(store(), stream, 'shared'),
    use: 'shared',
  });

  describe('an append that passes fences', () => {
    let passes: Passed[];
    beforeEach(async () => {
      passes = [await alone(A, 'held'), await among(R), await among(YEAR)];
    });

    it('is one append, and its facts stand in the fences', async () => {
      const answer = await append(store(), { target: 'plan-1', salt: '1', passes });
      const [stored] = await store().readStream('plan-1');
      expect(answer).toEqual({ outcome: 'appended', revision: 0, position: stored?.position });
      expect(await look(store(), A, 'shared')).toMatchObject({ at: 0, facts: ['held'] });
      expect(await look(store(), R, 'exclusive')).toMatchObject({ facts: [] });
    });

    it('names all that moved, and writes nothing but what counts for nothing', async () => {
      await append(store(), { target: 'plan-2', salt: '2', passes: [await alone(A, 'theirs'), await alone(R)] });
      await store().append('plan-1', 'noStream', [event('other')]);
      const answer = await append(store(), { target: 'plan-1', salt: '1', passes });
      expect(answer).toEqual({
        outcome: 'conflict',
        failed: expect.arrayContaining([
          { stream: 'plan-1', expected: 'noStream', actual: 0 },
          { stream: A, expected: 'noStream', actual: 0 },
          { stream: R, expected: 'noStream', actual: 0 },
        ]),
      });
      expect(answer).toMatchObject({ failed: { length: 3 } });
      expect(await targets()).toEqual(['plan-2', 'plan-1']);
      expect(await look(store(), A, 'exclusive')).toMatchObject({ facts: ['theirs'] });
    });

    it.each([
      ['a fence passed alone', A],
      ['a fence that others share', R],
    ])('does not happen when %s moved alone', async (_, moved) => {
      await append(store(), { target: 'plan-2', salt: '2', passes: [await alone(moved)] });
      const answer = await append(store(), { target: 'plan-1', salt: '1', passes });
      expect(answer).toMatchObject({ outcome: 'conflict', failed: [{ stream: moved, expected: 'noStream' }] });
      expect(await targets()).toEqual(['plan-2']);
      const again = [await alone(A, 'held'), await among(R), await among(YEAR)];
      expect(await append(store(), { target: 'plan-1', salt: '3', passes: again })).toMatchObject({
        outcome: 'appended',
      });
    });

    it('is answered as the first time when it comes again, whatever became of the fences since', async () => {
      const first = await append(store(), { target: 'plan-1', salt: '1', passes });
      await append(store(), {
        target: 'plan-2',
        salt: '2',
        passes: [await alone(A), await alone(R), await alone(YEAR)],
      });
      const head = await store().head();
      expect(await append(store(), { target: 'plan-1', salt: '1', passes })).toEqual(first);
      expect(await append(store(), { target: 'plan-1', salt: 'another try', passes })).toEqual(first);
      expect(await store().head()).toBe(head);
      expect(await targets()).toEqual(['plan-1', 'plan-2']);
    });

    it('leaves what was tried and failed out of the facts', async () => {
      await store().append('plan-1', 'noStream', [event('other')]);
      expect(await append(store(), { target: 'plan-1', salt: '1', passes })).toMatchObject({ outcome: 'conflict' });
      expect(await look(store(), A, 'exclusive')).toMatchObject({ facts: [] });
    });

    it('has an event of its own in the fence, and none twice', async () => {
      await append(store(), { target: 'plan-1', salt: '1', passes });
      const entries = (await store().readStream(A)).map(({ data }) => JSON.parse(data) as object);
      expect(entries).toEqual([
        { target: 'plan-1', at: 0, use: 'exclusive', fact: 'held', attempt: expect.any(String) },
      ]);
      expect((await store().readStream('plan-1'))[0]).toMatchObject(firstOf({ target: 'plan-1', salt: '1' }));
    });
  });
}
