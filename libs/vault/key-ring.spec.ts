import { createHash, randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { VaultFault } from './index.js';
import { change, commitsIn, keyOf, newFile, openRing, rowsOf } from './spec-support/files.js';

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const owners = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `person:${i}`);

/** The same bytes at every run; remembers how many were drawn each time. */
function countedBytes(): { readonly bytes: (length: number) => Buffer; readonly drawn: number[] } {
  const drawn: number[] = [];
  const bytes = (length: number): Buffer =>
    createHash('sha512')
      .update(`${drawn.push(length)}`)
      .digest()
      .subarray(0, length);
  return { bytes, drawn };
}

afterEach(() => void jest.restoreAllMocks());

describe('the key ring', () => {
  it('makes an owner’s key once and finds it again after a restart', async () => {
    const [file, kek] = [newFile(), randomBytes(32)];
    const first = await openRing(file, kek);
    const made = await keyOf(first, 'person:1');
    expect(made.key).toHaveLength(32);
    expect(made.keyId).toMatch(UUID_V4);
    expect(await keyOf(first, 'person:1')).toEqual(made);
    await first.close();
    const second = await openRing(file, kek);
    expect(await second.find([made.keyId])).toEqual(new Map([[made.keyId, made.key]]));
    expect(await keyOf(second, 'person:1')).toEqual(made);
    await second.close();
  });

  it('gives each owner a key of their own, in the order asked for', async () => {
    const ring = await openRing(newFile(), randomBytes(32));
    const found = await ring.keysFor(['text:plan-1', 'person:2', 'text:plan-1', 'person:1']);
    expect([...found.keys()]).toEqual(['text:plan-1', 'person:2', 'person:1']);
    expect(new Set([...found.values()].map(({ key }) => key.toString('hex'))).size).toBe(3);
    expect(await ring.keysFor([])).toEqual(new Map());
    await ring.close();
  });

  it('two rings under one master key never share a key id', async () => {
    const kek = randomBytes(32);
    const [one, other] = await Promise.all([openRing(newFile(), kek), openRing(newFile(), kek)]);
    const { keyId } = await keyOf(one, 'person:1');
    expect((await keyOf(other, 'person:1')).keyId).not.toBe(keyId);
    expect(await other.find([keyId])).toEqual(new Map([[keyId, 'unknown']]));
    await Promise.all([one.close(), other.close()]);
  });

  it('draws id, key and nonce, owner by owner, and nothing for a key that stands', async () => {
    const draw = async (): Promise<unknown> => {
      const [file, source] = [newFile(), countedBytes()];
      const ring = await openRing(file, Buffer.alloc(32, 7), source);
      const made = await ring.keysFor(['person:2', 'person:1']);
      await ring.keysFor(['person:1', 'person:2']);
      await ring.close();
      const again = await openRing(file, Buffer.alloc(32, 7), source);
      await again.keysFor(['person:1', 'person:3']);
      await again.close();
      expect(source.drawn).toEqual([12, 16, 32, 12, 16, 32, 12, 16, 32, 12]);
      return made;
    };
    expect(await draw()).toEqual(await draw());
  });
});

describe('many at once', () => {
  it('two rings that make one file’s keys at the same time agree', async () => {
    const [file, kek] = [newFile(), randomBytes(32)];
    const rings = await Promise.all([1, 2, 3].map(() => openRing(file, kek)));
    const [first, ...others] = await Promise.all(rings.map((ring) => ring.keysFor(owners(40))));
    for (const other of others) expect(other).toEqual(first);
    expect(rowsOf(file, 'SELECT count(*) AS n FROM keys')).toEqual([{ n: 40 }]);
    await Promise.all(rings.map((ring) => ring.close()));
  });

  it('those who ask in one turn share two messages and one transaction', async () => {
    const file = newFile();
    const ring = await openRing(file, randomBytes(32));
    const before = commitsIn(file);
    const messages = jest.spyOn(Worker.prototype, 'postMessage');
    const keys = await Promise.all(owners(200).map((owner) => keyOf(ring, owner)));
    expect(new Set(keys.map(({ keyId }) => keyId)).size).toBe(200);
    expect(messages).toHaveBeenCalledTimes(2);
    expect(commitsIn(file) - before).toBe(1);
    await ring.close();
  });

  it('one owner’s key is made once, however many ask', async () => {
    const source = countedBytes();
    const ring = await openRing(newFile(), randomBytes(32), source);
    const keys = await Promise.all(Array.from({ length: 50 }, () => keyOf(ring, 'person:1')));
    expect(new Set(keys.map(({ keyId }) => keyId)).size).toBe(1);
    expect(source.drawn).toEqual([12, 16, 32, 12]);
    await ring.close();
  });

  it('more owners than are remembered all get their keys', async () => {
    const ring = await openRing(newFile(), randomBytes(32));
    const found = await ring.keysFor(owners(6_000));
    expect(found.size).toBe(6_000);
    const again = await ring.keysFor(owners(6_000));
    for (const [owner, { keyId }] of found) if (again.get(owner)?.keyId !== keyId) throw new Error(owner);
    await ring.close();
  }, 20_000);
});

describe('a destroyed key', () => {
  it('differs from one that never was, after a restart too', async () => {
    const [file, kek] = [newFile(), randomBytes(32)];
    const ring = await openRing(file, kek);
    const { keyId } = await keyOf(ring, 'person:1');
    const [kept] = (await ring.keysFor(['person:2'])).values();
    await ring.find([keyId]);
    expect(await ring.destroy('person:1')).toBe(1);
    const expected = new Map<string, unknown>([
      [keyId, 'destroyed'],
      ['never', 'unknown'],
      [kept?.keyId ?? '', kept?.key],
    ]);
    expect(await ring.find([...expected.keys()])).toEqual(expected);
    await ring.close();
    const after = await openRing(file, kek);
    expect(await after.find([...expected.keys()])).toEqual(expected);
    await after.close();
  });

  it('gives way to a new key under a new id, which can be destroyed in its turn', async () => {
    const ring = await openRing(newFile(), randomBytes(32));
    const first = await keyOf(ring, 'person:1');
    await ring.destroy('person:1');
    const second = await keyOf(ring, 'person:1');
    expect([second.keyId, second.key]).not.toEqual([first.keyId, first.key]);
    expect(second.keyId).not.toBe(first.keyId);
    expect([await ring.destroy('person:1'), await ring.destroy('person:1'), await ring.destroy('nobody')]).toEqual([
      1, 0, 0,
    ]);
    expect([...(await ring.find([first.keyId, second.keyId])).values()]).toEqual(['destroyed', 'destroyed']);
    await ring.close();
  });

  it('is not remembered by those who asked while it was being destroyed', async () => {
    const ring = await openRing(newFile(), randomBytes(32));
    const { keyId } = await keyOf(ring, 'person:1');
    await Promise.all([ring.find([keyId]), ring.destroy('person:1'), ring.keysFor(['person:1'])]);
    expect((await ring.find([keyId])).get(keyId)).toBe('destroyed');
    const after = await keyOf(ring, 'person:1');
    expect((await ring.find([after.keyId])).get(after.keyId)).toEqual(after.key);
    await ring.close();
  });

  it('is forgotten by other processes a second later', async () => {
    const [file, kek] = [newFile(), randomBytes(32)];
    const [one, other] = await Promise.all([openRing(file, kek), openRing(file, kek)]);
    const { keyId } = await keyOf(one, 'person:1');
    await other.keysFor(['person:1']);
    await other.find([keyId]);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await one.destroy('person:1');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect((await other.find([keyId])).get(keyId)).toBe('destroyed');
    expect((await keyOf(other, 'person:1')).keyId).not.toBe(keyId);
    await Promise.all([one.close(), other.close()]);
  }, 20_000);

  it('never returns, nor does its row go, not even by another program at the file', async () => {
    const file = newFile();
    const ring = await openRing(file, randomBytes(32));
    await keyOf(ring, 'person:1');
    await ring.destroy('person:1');
    expect(() => change(file, `UPDATE keys SET wrapped_key = x'00'`)).toThrow(/never return/);
    expect(() => change(file, 'DELETE FROM keys')).toThrow(/never deleted/);
    await ring.close();
  });
});

describe('a ring that cannot go on', () => {
  it('rejects those who wait and those who come when its thread has died', async () => {
    const ring = await openRing(newFile(), randomBytes(32));
    const post = jest.spyOn(Worker.prototype, 'postMessage').mockImplementation(() => undefined);
    const waiting = ring.keysFor(['person:1']);
    await new Promise((resolve) => setImmediate(resolve));
    await (post.mock.contexts[0] as Worker).terminate();
    await expect(waiting).rejects.toMatchObject({ name: 'VaultFault', message: expect.stringContaining('has ended') });
    await expect(ring.find(['any'])).rejects.toThrow(VaultFault);
    await ring.close();
  });

  it('answers what is under way when it is closed, and nothing afterwards', async () => {
    const file = newFile();
    const ring = await openRing(file, randomBytes(32));
    await keyOf(ring, 'person:1');
    const destroyed = ring.destroy('person:1');
    await Promise.all([ring.close(), ring.close()]);
    expect(await destroyed).toBe(1);
    await expect(ring.keysFor(['person:1'])).rejects.toThrow(/đã đóng.*is closed/);
  });

  it('says that a key is destroyed but not yet gone when the file is busy, and finishes when asked again', async () => {
    const [file, kek] = [newFile(), randomBytes(32)];
    const ring = await openRing(file, kek);
    const { keyId } = await keyOf(ring, 'person:1');
    const reader = new DatabaseSync(file, { readOnly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM keys').get();
    await expect(ring.destroy('person:1')).rejects.toThrow(/hãy hủy lại.*destroy it again/);
    expect((await ring.find([keyId])).get(keyId)).toBe('destroyed');
    reader.exec('COMMIT');
    reader.close();
    expect(await ring.destroy('person:1')).toBe(0);
    await ring.close();
  }, 20_000);
});
