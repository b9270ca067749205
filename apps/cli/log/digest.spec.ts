import { describe, expect, it } from '@jest/globals';
import { openMemoryStore } from '#stores';
import { digestOf, type LogDigest } from './digest.js';
import { eventsOf } from './open-log.js';

interface Written {
  readonly stream: string;
  readonly data: string;
}
const first: Written = { stream: 'plan-1', data: '{"a":1}' };
const second: Written = { stream: 'model-1', data: '{"b":2}' };

/** Ids follow from the content, so that only order and content tell logs apart. */
async function digestAfter(...written: readonly Written[]): Promise<LogDigest> {
  const store = openMemoryStore();
  for (const { stream, data } of written)
    await store.append(stream, 'any', [{ eventId: `${stream} ${data}`, type: 'Happened', data, metadata: '{}' }]);
  return digestOf('log', eventsOf(store));
}

describe('The digest of a log', () => {
  it('is the same for the same events in the same order', async () => {
    expect(await digestAfter(first, second)).toEqual(await digestAfter(first, second));
  });

  it('tells every other log apart: another order, another byte, one event less', async () => {
    const logs = [[first, second], [second, first], [first, { ...second, data: '{"b":3}' }], [first], []];
    const digests = await Promise.all(logs.map((log) => digestAfter(...log)));
    expect(new Set(digests.map(({ digest }) => digest)).size).toBe(logs.length);
  });

  it('counts the events of each lifecycle', async () => {
    expect(await digestAfter(first, second)).toMatchObject({ events: 2, byLifecycle: { model: 1, plan: 1 } });
  });
});
