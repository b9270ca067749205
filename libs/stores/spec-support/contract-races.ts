import { describe, expect, it } from '@jest/globals';
import { START } from '#kernel';
import { carryOut, type Answer } from '../fenced/model/handler.js';
import { violationsIn } from '../fenced/model/invariants.js';
import { PERSON, YEAR, type Job, type Rule } from '../fenced/model/rules.js';
import type { Current } from './opened-store.js';

const TRIES = 60;
const MANY = [2, 3, 8] as const;

/** Commands at once whose rules span streams, on one store. */
export function racesContract(current: Current): void {
  /** Carries all out at once; what they did is held to the rules, one after the other. */
  const together = async (jobs: readonly Job[]): Promise<Answer[]> => {
    const { store } = current();
    const targets = [...new Set(jobs.map(({ target }) => target))].filter((it) => it !== YEAR && it !== PERSON);
    const wait = () => new Promise<void>((resolve) => setImmediate(resolve));
    const answers = await Promise.all(jobs.map((job) => carryOut(job, { store, targets, tries: TRIES, wait })));
    const log = await store.readAll(START, 10_000);
    const told = new Map(jobs.map((job, index) => [job, answers[index] ?? 'failed'] as const));
    expect(violationsIn({ jobs, after: [], answers: told, looks: [], log, stuck: [] })).toEqual([]);
    return answers;
  };
  const many = (count: number, rule: Rule, target?: string): Job[] =>
    Array.from({ length: count }, (_, index) => ({
      command: `${rule}-${index}`,
      rule,
      target: target ?? `${rule}-${index}`,
      process: `p${index}`,
    }));

  describe.each(MANY)('of %i at once', (count) => {
    it('that pass one fence alone exactly one succeeds, and the others are refused', async () => {
      const answers = await together(many(count, 'take'));
      expect(answers.toSorted()).toEqual(['accepted', ...Array.from({ length: count - 1 }, () => 'refused')]);
    });

    it('that share a fence all succeed', async () => {
      expect(await together(many(count, 'work'))).toEqual(Array.from({ length: count }, () => 'accepted'));
    });

    it('that carry out the same command one does it, and all are told that it is done', async () => {
      const same = many(count, 'grant', 'g').map((job) => ({ ...job, command: 'same' }));
      const answers = await together(same);
      expect(answers.every((it) => it === 'accepted' || it === 'repeated')).toBe(true);
      expect(await current().store.readStream('g')).toHaveLength(1);
    });

    it('one passes alone and the others share: as if one had come after the other', async () => {
      const [first, ...others] = many(count, 'grant');
      const answers = await together([
        ...(first ? [first] : []),
        ...many(1, 'freeze', YEAR),
        ...many(count, 'work'),
        ...others,
      ]);
      expect(answers).not.toContain('busy');
    });
  });

  it('a year is never closed with work in it, whenever it is frozen', async () => {
    const answers = await together([...many(4, 'work'), ...many(1, 'freeze', YEAR), ...many(2, 'close', YEAR)]);
    expect(answers).not.toContain('busy');
  });
}
