import { describe, expect, it } from '@jest/globals';
import { START, StoreFault } from '#kernel';
import type { Current } from './opened-store.js';
import { event, events, ids, positionAfter } from './samples.js';

/** Reading: by stream, by position; texts come back as they went in. */
export function readContract(current: Current): void {
  const store = () => current().store;

  describe('read', () => {
    it('returns an event as it was appended', async () => {
      const appended = event('a', { type: 'PlanSubmitted', data: '{"n":1}', metadata: '{"actor":"s-1"}' });
      const position = positionAfter(await store().append('plan-1', 'noStream', [appended]));
      const stored = { ...appended, stream: 'plan-1', revision: 0, position };
      expect(await store().readStream('plan-1')).toEqual([stored]);
      expect(await store().readAll(START, 1)).toEqual([stored]);
    });

    it('reads a stream from a revision, at most so many', async () => {
      await store().append('plan-1', 'noStream', events('a', 10));
      await store().append('plan-2', 'noStream', events('b', 10));
      expect(ids(await store().readStream('plan-1', 7))).toEqual(['a-7', 'a-8', 'a-9']);
      expect(ids(await store().readStream('plan-1', 2, 3))).toEqual(['a-2', 'a-3', 'a-4']);
      expect(await store().readStream('plan-1', 10)).toEqual([]);
      expect(await store().readStream('plan-1', 0, 0)).toEqual([]);
      expect(await store().readStream('plan-3')).toEqual([]);
    });

    it('resumes the whole log from any position', async () => {
      await store().append('plan-1', 'noStream', events('a', 3));
      await store().append('plan-2', 'noStream', events('b', 4));
      const log = await store().readAll(START, 100);
      for (const [index, { position }] of log.entries()) {
        expect(await store().readAll(position, 100)).toEqual(log.slice(index + 1));
        expect(await store().readAll(position, 2)).toEqual(log.slice(index + 1, index + 3));
      }
    });

    it('has an empty log before the first event', async () => {
      expect(await store().head()).toBe(START);
      expect(await store().readAll(START, 10)).toEqual([]);
    });

    it('refuses a cursor that is none', async () => {
      await expect(store().readAll('yesterday', 10)).rejects.toThrow(StoreFault);
    });

    it('keeps Vietnamese, four-byte and control characters as they are', async () => {
      const data = JSON.stringify({ text: 'Ủy ban nhân dân phường — thi đua 𝄞 🇻🇳 한 \u0000 \u2028 "\\' });
      const metadata = JSON.stringify({ khóa: 'giá trị 😀' });
      await store().append('kế-hoạch-🌾', 'noStream', [event('a', { data, metadata, type: 'KếHoạch' })]);
      expect(await store().readStream('kế-hoạch-🌾')).toMatchObject([{ data, metadata, type: 'KếHoạch' }]);
    });

    it('keeps decomposed and precomposed spellings apart', async () => {
      await store().append('ế'.normalize('NFC'), 'noStream', [event('a', { data: 'ế'.normalize('NFC') })]);
      await store().append('ế'.normalize('NFD'), 'noStream', [event('b', { data: 'ế'.normalize('NFD') })]);
      expect((await store().readAll(START, 2)).map(({ data }) => data.length)).toEqual([1, 3]);
    });

    it('keeps a payload of a megabyte', async () => {
      const data = JSON.stringify({ text: 'Đà Nẵng 🌊 '.repeat(80_000) });
      expect(Buffer.byteLength(data)).toBeGreaterThan(1_000_000);
      const end = positionAfter(await store().append('plan-1', 'noStream', [event('a', { data })]));
      const [stored] = await store().readAll(START, 1);
      expect(stored?.data === data).toBe(true);
      expect(stored?.position).toBe(end);
    });
  });
}
