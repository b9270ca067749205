import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  contentHash,
  ERASED,
  keysToSeal,
  personal,
  personRef,
  prose,
  seal,
  unseal,
  type Json,
  type Sealed,
} from '../index.js';
import { codeOf } from '../spec-support/example.js';
import { countedBytes, DRAFT, House, KeysInMemory, NAME } from '../spec-support/house.js';
import { particularsIn, withoutParticulars, withPlaces } from './particulars.js';

const [keys, random] = [new KeysInMemory(), countedBytes()];
const sealed = async (data: unknown, stream = 'request-r1', revision = 4, ring = keys): Promise<Json> =>
  seal(data, stream, revision, await keysToSeal(data, stream, ring), random);
const stored = async (data: unknown, stream = 'request-r1', revision = 4): Promise<Json> =>
  withPlaces(await sealed(data, stream, revision), stream, revision);
const nameIn = (data: Json): Sealed => (data as unknown as { name: Sealed }).name;

describe('a particular', () => {
  it('is read again where it was sealed', async () => {
    expect(await unseal(nameIn(await stored({ name: personal('p1', NAME) })), keys)).toBe(NAME);
  });

  it('any text, however deep, is read again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (clear) => {
        const deep = (await stored({ list: [{ name: prose(clear) }] })) as unknown as { list: { name: Sealed }[] };
        expect(await Promise.all(deep.list.map((it) => unseal(it.name, keys)))).toEqual([clear]);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['another stream', (data: Json) => withPlaces(data, 'request-r2', 4)],
    ['another revision', (data: Json) => withPlaces(data, 'request-r1', 5)],
    ['another field', (data: Json) => withPlaces({ alias: nameIn(data) } as unknown as Json, 'request-r1', 4)],
  ])('cannot be moved to %s', async (_, moved) => {
    const found = Object.values(moved(await sealed({ name: personal('p1', NAME) })) as object)[0] as Sealed;
    await expect(unseal(found, keys)).rejects.toThrow();
  });

  it('keeps the place it was sealed for when a later event carries it', async () => {
    const first = nameIn(await stored({ name: personal('p1', NAME) }));
    const later = nameIn(await stored({ name: first }, 'other-o1', 9));
    expect(later).toEqual(first);
    expect(await unseal(later, keys)).toBe(NAME);
  });

  it('cannot be altered', async () => {
    const found = nameIn(await stored({ name: personal('p1', NAME) }));
    await expect(unseal({ ...found, ct: Buffer.from('altered').toString('base64') }, keys)).rejects.toThrow();
  });

  it('is erased with its owner’s key, and nothing else is', async () => {
    const ring = new KeysInMemory();
    const data = { a: personal('p1', NAME), b: personal('p2', 'Lê Văn Bình'), c: prose('Ý kiến') };
    const whole = withPlaces(await sealed(data, 's-1', 0, ring), 's-1', 0) as unknown as Record<
      'a' | 'b' | 'c',
      Sealed
    >;
    expect(ring.owners).toEqual(['person:p1', 'person:p2', 'text:s-1']);
    ring.destroy('person:p1');
    ring.destroy('text:s-1');
    expect(await Promise.all([whole.a, whole.b, whole.c].map((it) => unseal(it, ring)))).toEqual([
      ERASED,
      'Lê Văn Bình',
      ERASED,
    ]);
  });

  it('is a fault, and no erasure, where the ring never had its key', async () => {
    const found = nameIn(await stored({ name: personal('p1', NAME) }));
    await expect(unseal(found, new KeysInMemory())).rejects.toThrow('is not the ring');
  });
});

describe('what is hashed of a payload', () => {
  it('holds no name and no prose, and is the same whatever they say', () => {
    const digest = (clear: string): Json =>
      withoutParticulars({ who: personal('p1', clear), why: prose(clear), note: 'n' });
    expect(contentHash(digest(NAME))).toBe(contentHash(digest('Lê Văn Bình')));
    expect(digest(NAME)).toMatchObject({ note: 'n', who: { person: 'p1' } });
  });
});

describe('a person', () => {
  const personIn = async (house: House, id: string): Promise<string | undefined> => {
    const [first] = await house.store.readStream(`request-${id}`);
    return particularsIn(JSON.parse(first?.data ?? '{}'))[0]?.person;
  };

  it('has one identity and one key, however often named', async () => {
    const house = new House();
    const first = await house.drafted();
    const person = (await personIn(house, first)) ?? '';
    const again = { ...DRAFT, applicant: personRef(person) as never };
    const second = (await house.done(house.request('clerk', again))).id;
    expect(await personIn(house, second)).toBe(person);
    expect(house.keys.owners).toEqual([`person:${person}`]);
    const { state } = await house.loader.load({ ...house.fold }, second);
    expect(await unseal((state as unknown as { applicant: Sealed }).applicant, house.keys)).toBe(NAME);
  });

  it('who is not known is refused, with the place', async () => {
    const house = new House();
    await house.drafted();
    const outcome = await house.request('clerk', { ...DRAFT, applicant: personRef('nobody') as never });
    expect(outcome).toMatchObject({ code: 'PERSON_UNKNOWN', path: ['applicant'], facts: { person: 'nobody' } });
  });

  it('is never joined to another by name, nor by a command id used twice', async () => {
    const house = new House();
    const ids = [await house.drafted(), await house.drafted()];
    const [one, other] = await Promise.all(ids.map((id) => personIn(house, id)));
    expect(one).not.toBe(other);
  });

  it('newly named beside another in one command is another person', async () => {
    const house = new House();
    const id = await house.drafted({ witness: personal('p2', NAME) });
    const [first] = await house.store.readStream(`request-${id}`);
    const persons = particularsIn(JSON.parse(first?.data ?? '{}')).map(({ person }) => person);
    expect(new Set(persons).size).toBe(2);
    expect(house.keys.owners).toEqual(persons.map((person) => `person:${person ?? ''}`));
  });

  it('is what the command says twice of one', async () => {
    const house = new House();
    const id = await house.drafted({ witness: personal('p1', NAME) });
    const [first] = await house.store.readStream(`request-${id}`);
    const persons = particularsIn(JSON.parse(first?.data ?? '{}')).map(({ person }) => person);
    expect(new Set(persons).size).toBe(1);
  });

  it('leaves no key behind in a command that is not admitted', async () => {
    const house = new House();
    expect(codeOf(await house.request('nobody', DRAFT))).toBe('NOT_COMPETENT');
    expect(house.keys.owners).toEqual([]);
  });
});

describe('the log', () => {
  it('has no byte of a name or a reason, in no field and no encoding', async () => {
    const house = new House();
    const id = await house.waiting();
    await house.request('officer', { type: 'RefuseRequest', id }, { reason: `${NAME} thiếu giấy tờ` });
    const written = JSON.stringify([await house.store.readAll('', 100), house.attempts]);
    const spellings = [
      NAME,
      NAME.normalize('NFD'),
      NAME.split(' ').at(-1),
      'thiếu giấy tờ',
      Buffer.from(NAME).toString('base64'),
      Buffer.from(NAME).toString('hex'),
      encodeURIComponent(NAME),
      contentHash(NAME),
    ];
    expect(spellings.filter((it) => written.includes(it ?? ''))).toEqual([]);
    expect(written).toContain('"RequestDrafted"');
  });
});
