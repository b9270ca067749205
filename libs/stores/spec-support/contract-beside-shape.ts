import { expect, it } from '@jest/globals';
import { START, type Beside, type EventToAppend, type ExpectedRevision, type StreamCheck } from '#kernel';
import type { Current } from './opened-store.js';
import { event } from './samples.js';

const any = 'any' as unknown as StreamCheck['at'];
const fence = { stream: 'fence-a.1', at: 'noStream', events: [event('f')] } as const;

const WRONG: [string, ExpectedRevision, readonly EventToAppend[], Beside][] = [
  ['no belief about the target', 'any', [event('a')], { writes: [fence] }],
  ['no belief about a stream that is checked', 'noStream', [event('a')], { checks: [{ ...fence, at: any }] }],
  ['no belief about a stream that is written', 'noStream', [event('a')], { writes: [{ ...fence, at: any }] }],
  ['a revision below zero', 'noStream', [event('a')], { checks: [{ ...fence, at: -1 }] }],
  ['a revision that is no number', 'noStream', [event('a')], { checks: [{ ...fence, at: NaN }] }],
  ['a revision that is no whole number', 'noStream', [event('a')], { checks: [{ ...fence, at: 0.5 }] }],
  ['nothing to write beside', 'noStream', [event('a')], { writes: [{ ...fence, events: [] }] }],
  ['nothing to write', 'noStream', [], { writes: [fence] }],
  ['one event id in two streams', 'noStream', [event('f')], { writes: [fence] }],
  ['one fence twice', 'noStream', [event('a')], { writes: [fence, { ...fence, events: [event('g')] }] }],
  ['one check twice', 'noStream', [event('a')], { checks: [fence, fence] }],
  ['one fence checked and written', 'noStream', [event('a')], { checks: [fence], writes: [fence] }],
  ['one fence in two spellings', 'noStream', [event('a')], { checks: [{ ...fence, stream: 'FENCE-a.1' }, fence] }],
  ['the target beside itself', 'noStream', [event('a')], { checks: [{ ...fence, stream: 'plan-1' }] }],
  [
    'the target beside itself in another spelling',
    'noStream',
    [event('a')],
    { writes: [{ ...fence, stream: 'PLAN-1' }] },
  ],
];

/** What may not be asked for beside an append: refused before anything is looked at, alike by every store. */
export function besideShapeContract(current: Current): void {
  const store = () => current().store;

  it('an append beside others is refused where it says too little or one thing twice, and nothing is written', async () => {
    for (const [what, expected, batch, beside] of WRONG) {
      const answer = store().append('plan-1', expected, batch, beside);
      expect([what, await answer.catch((error: unknown) => error)]).toEqual([what, expect.any(RangeError)]);
    }
    expect(await store().head()).toBe(START);
  });

  it('an append with nothing beside it is an append', async () => {
    const answer = await store().append('plan-1', 'any', [event('a')], { checks: [], writes: [] });
    expect(answer).toMatchObject({ outcome: 'appended', revision: 0 });
  });
}
