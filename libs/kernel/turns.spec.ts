import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Turns } from './turns.js';

const later = (ticks: number): Promise<void> =>
  ticks === 0 ? Promise.resolve() : new Promise((resolve) => setImmediate(() => void later(ticks - 1).then(resolve)));

describe('turns', () => {
  it('record in the order of their instants, whatever each takes, whichever clock it has, and whether it is refused', async () => {
    const command = fc.record({
      clock: fc.integer({ min: 0, max: 9 }),
      takes: fc.nat({ max: 4 }),
      before: fc.nat({ max: 2 }),
      end: fc.constantFrom('recorded', 'refused', 'faulty'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 12 }), async (commands) => {
        const turns = new Turns();
        const log: string[] = [];
        const run = async ({ clock, takes, before, end }: (typeof commands)[number]): Promise<void> => {
          await later(before);
          await turns.during(String(clock), async ({ instant, record }) => {
            await later(takes);
            if (end === 'faulty') throw new Error('The keys cannot be read');
            if (end === 'recorded') await record(async () => void log.push(instant));
          });
        };
        const ends = await Promise.allSettled(commands.map(run));
        expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(
          commands.filter(({ end }) => end === 'faulty').length,
        );
        expect(log).toEqual([...log].sort());
        expect(log).toHaveLength(commands.filter(({ end }) => end === 'recorded').length);
      }),
    );
  });

  it('that come to nothing leave no instant behind', async () => {
    const turns = new Turns();
    await turns.during('9', () => Promise.resolve());
    expect(await turns.during('1', ({ instant }) => Promise.resolve(instant))).toBe('1');
  });

  it('do not wait for what has been handed over to be written', async () => {
    const turns = new Turns();
    const { promise, resolve } = Promise.withResolvers<void>();
    const first = turns.during('1', ({ record }) => record(() => promise));
    expect(await turns.during('1', ({ record }) => record(() => Promise.resolve('written')))).toBe('written');
    resolve();
    await first;
  });
});
