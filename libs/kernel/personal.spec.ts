import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contentHash, personal, seal, unseal, withPlaces, type Json, type Sealed } from './index.js';
import { requestDigest } from './idempotency.js';
import { withoutParticulars } from './personal.js';
import { DRAFT, House, KeysInMemory, NAME, countedBytes } from './spec-support/house.js';

const [keys, random] = [new KeysInMemory(), countedBytes()];
const stored = (data: unknown, stream = 'request-r1', revision = 4): Json =>
  withPlaces(seal(data, stream, revision, keys, random), stream, revision);
const nameIn = (data: Json): Sealed => (data as unknown as { name: Sealed }).name;

describe('a particular of a person', () => {
  it('is read again where it was sealed', () =>
    expect(unseal(nameIn(stored({ name: personal('p1', NAME) })), keys)).toBe(NAME));

  it('any text, however deep, is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (clear) => {
        const deep = stored({ list: [{ name: personal('p1', clear) }] }) as unknown as { list: { name: Sealed }[] };
        expect(deep.list.map((it) => unseal(it.name, keys))).toEqual([clear]);
      }),
    );
  });

  it.each([
    ['another stream', (sealed: Json) => withPlaces(sealed, 'request-r2', 4)],
    ['another revision', (sealed: Json) => withPlaces(sealed, 'request-r1', 5)],
    ['another field', (sealed: Json) => withPlaces({ alias: nameIn(sealed) } as unknown as Json, 'request-r1', 4)],
  ])('cannot be moved to %s', (_, moved) => {
    const found = Object.values(
      moved(seal({ name: personal('p1', NAME) }, 'request-r1', 4, keys, random)) as object,
    )[0] as Sealed;
    expect(() => unseal(found, keys)).toThrow();
  });

  it('keeps the place it was sealed for when a later event carries it', () => {
    const first = nameIn(stored({ name: personal('p1', NAME) }));
    const later = nameIn(stored({ name: first }, 'other-o1', 9));
    expect(later).toEqual(first);
    expect(unseal(later, keys)).toBe(NAME);
  });

  it('has another ciphertext each time', () =>
    expect(nameIn(stored({ name: personal('p1', NAME) })).ct).not.toBe(
      nameIn(stored({ name: personal('p1', NAME) })).ct,
    ));

  it('cannot be altered', () => {
    const sealed = nameIn(stored({ name: personal('p1', NAME) }));
    expect(() => unseal({ ...sealed, ct: Buffer.from('altered').toString('base64') }, keys)).toThrow();
  });

  it('is gone for ever with its key, and nothing else is', () => {
    const ring = new KeysInMemory();
    const data = withPlaces(
      seal({ a: personal('p1', NAME), b: personal('p2', 'Lê Văn Bình') }, 's-1', 0, ring, random),
      's-1',
      0,
    ) as unknown as { a: Sealed; b: Sealed };
    ring.destroy('key-p1');
    expect([unseal(data.a, ring), unseal(data.b, ring)]).toEqual([undefined, 'Lê Văn Bình']);
  });
});

describe('the digest of a command', () => {
  const digest = (clear: string, person = 'p1'): Json =>
    withoutParticulars({ applicant: personal(person, clear), note: 'ngắn' }, keys);

  it('hides every name and keeps the rest', () => {
    expect(JSON.stringify(digest(NAME))).not.toContain(NAME);
    expect(digest(NAME)).toMatchObject({ note: 'ngắn' });
  });

  it('is the same for the same name, another for another name or person', () => {
    expect(digest(NAME)).toEqual(digest(NAME));
    expect(new Set([digest(NAME), digest('Lê Văn Bình'), digest(NAME, 'p2')].map((it) => contentHash(it))).size).toBe(
      3,
    );
  });

  it('cannot be made from the name by somebody without the key', () => {
    const request = { commandId: 'c', lifecycle: 'request', subject: 's', command: DRAFT };
    const other = new KeysInMemory();
    const elsewhere = { keyFor: () => ({ keyId: 'k', key: Buffer.alloc(32) }), find: () => undefined };
    expect(requestDigest(request, 'r1', other)()).toBe(requestDigest(request, 'r1', keys)());
    expect(requestDigest(request, 'r1', elsewhere)()).not.toBe(requestDigest(request, 'r1', keys)());
  });
});

describe('the log', () => {
  it('has no byte of a name, in no field and no encoding', async () => {
    const house = new House();
    const id = await house.waiting();
    await house.request('officer', { type: 'RefuseRequest', id }, { reason: 'Thiếu' });
    const written = JSON.stringify([await house.store.readAll('', 100), house.attempts]);
    const spellings = [
      NAME,
      NAME.normalize('NFD'),
      NAME.split(' ').at(-1),
      Buffer.from(NAME).toString('base64'),
      Buffer.from(NAME).toString('hex'),
      encodeURIComponent(NAME),
      contentHash(NAME),
    ];
    expect(spellings.filter((it) => written.includes(it ?? ''))).toEqual([]);
    expect(written).toContain('"RequestDrafted"');
  });
});
