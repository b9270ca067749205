import { describe, expect, it } from '@jest/globals';
import { viewerOf } from '#identity';
import { ReadScope } from '#kernel';
import { RequestReads, type Lasting } from './request-reads.js';

/** What is looked up for a request, and how often the log was asked who it is. */
function lookedUp(lasting: Lasting) {
  const asked: ReadScope[] = [];
  const nothing = {
    load: () => Promise.reject(new Error('no stream')),
    ask: () => Promise.reject(new Error('no view')),
  };
  const looked = new RequestReads(
    () => new ReadScope(nothing, nothing),
    (reads) => {
      asked.push(reads);
      return Promise.resolve(viewerOf(`viewer-${asked.length}`, [], '2026-09-01T02:00:00.000Z'));
    },
    lasting,
  );
  return { looked, asked };
}
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('what is looked up', () => {
  it.each<[Lasting, string[]]>([
    ['request', ['viewer-1', 'viewer-1', 'viewer-1']],
    ['turn', ['viewer-1', 'viewer-1', 'viewer-2']],
  ])('holds for a %s', async (lasting, subjects) => {
    const { looked } = lookedUp(lasting);
    const [first, second] = await Promise.all([looked.viewer(), looked.viewer()]);
    await nextTurn();
    const third = await looked.viewer();
    expect([first, second, third].map(({ subject }) => subject)).toEqual(subjects);
  });

  it('is looked up anew after a command, the streams with the viewer', async () => {
    const { looked, asked } = lookedUp('request');
    const before = looked.reads;
    await looked.viewer();
    looked.renew();
    await looked.viewer();
    expect(asked).toHaveLength(2);
    expect([asked[0] === before, asked[1] === looked.reads, asked[0] === asked[1]]).toEqual([true, true, false]);
  });
});
