import { describe, expect, it } from '@jest/globals';
import { openMemoryStore } from '#stores';
import { assertIsOurs, FORMAT, foundLog, identityIn, LogFault, START } from '../index.js';
import { countedBytes, NOW } from '../spec-support/house.js';

const wanted = { profile: 'production', issuer: 'https://id.example.vn', timeZone: 'Asia/Ho_Chi_Minh' };
const sources = { clock: { now: () => NOW }, random: countedBytes() };

describe('a log', () => {
  it('is founded once: of two that begin at the same time, both read the same', async () => {
    const store = openMemoryStore();
    const [one, other] = await Promise.all([foundLog(store, wanted, sources), foundLog(store, wanted, sources)]);
    expect(other).toEqual(one);
    expect(one).toEqual({ ...wanted, format: FORMAT, logId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(await store.readAll(START, 10)).toHaveLength(1);
    expect(await foundLog(store, wanted, sources)).toEqual(one);
  });

  it.each([
    ['profile', { profile: 'demo' }],
    ['issuer', { issuer: 'https://other.example.vn' }],
    ['time zone', { timeZone: 'UTC' }],
  ])('of another %s is refused, with what to do', async (what, other) => {
    const store = openMemoryStore();
    await foundLog(store, wanted, sources);
    const opening = foundLog(store, { ...wanted, ...other }, sources);
    await expect(opening).rejects.toThrow(LogFault);
    await expect(opening).rejects.toThrow(new RegExp(`The log's ${what} is .* Use the right data folder`));
    expect(await store.readAll(START, 10)).toHaveLength(1);
  });

  it('of another format is refused', () => {
    const identity = { ...wanted, logId: 'x', format: FORMAT + 1 };
    expect(() => assertIsOurs(identity, wanted)).toThrow(/định dạng/);
  });

  it('that does not begin with its founding is none of ours', async () => {
    const store = openMemoryStore();
    await store.append('plan-1', 'noStream', [{ eventId: 'e', type: 'PlanDrafted', data: '{}', metadata: '{}' }]);
    await expect(foundLog(store, wanted, sources)).rejects.toMatchObject({ code: 'FOREIGN_LOG' });
  });

  it.each(['', 'null', '[]', '{"logId":"x"}', '{"logId":1,"format":0,"profile":"p","issuer":"i","timeZone":"t"}'])(
    'whose founding says %p is unreadable, not some log',
    (data) => {
      const first = {
        stream: 'log-founding',
        revision: 0,
        position: '0',
        eventId: 'e',
        type: 'LogFounded',
        data,
        metadata: '{}',
      };
      expect(() => identityIn(first)).toThrow(LogFault);
    },
  );
});
