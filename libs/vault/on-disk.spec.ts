import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { keysToSeal, personal, seal } from '#kernel';
import { change, isBeside, keyOf, newFile, openRing, rowsOf } from './spec-support/files.js';

const random = { bytes: (length: number) => randomBytes(length) };
const CANARY = 'Nguyễn Thị Hoàng Yến';
const wrappedOf = (file: string): readonly Uint8Array[] =>
  rowsOf(file, 'SELECT wrapped_key FROM keys WHERE wrapped_key IS NOT NULL').map(
    (row) => row.wrapped_key as Uint8Array,
  );

describe('what the key ring leaves on the disk', () => {
  it('is neither a name nor an unwrapped key, in any byte of any file', async () => {
    const [file, kek] = [newFile(), randomBytes(32)];
    const ring = await openRing(file, kek);
    const named = { name: personal('p-1', CANARY) };
    const sealed = seal(named, 'dossier-1', 0, await keysToSeal(named, 'dossier-1', ring), random);
    const { key } = await keyOf(ring, 'person:p-1');
    const texts = [Buffer.from(CANARY), Buffer.from(CANARY.normalize('NFD')), Buffer.from(CANARY, 'utf16le')];
    const secrets = [...texts, key, kek];
    expect(isBeside(file, ...secrets)).toBe(false);
    await ring.close();
    expect(isBeside(file, ...secrets)).toBe(false);
    expect(JSON.stringify(sealed)).not.toContain(CANARY);
  });

  it('is nothing of a destroyed key, not even wrapped, while the ring is still open', async () => {
    const file = newFile();
    const ring = await openRing(file, randomBytes(32));
    await ring.keysFor(['person:1', 'person:2']);
    const [one = Buffer.alloc(0), other = Buffer.alloc(0)] = wrappedOf(file);
    expect([isBeside(file, one), isBeside(file, other)]).toEqual([true, true]);
    await ring.destroy('person:1');
    expect([isBeside(file, one), isBeside(file, other)]).toEqual([false, true]);
    await ring.close();
    expect([isBeside(file, one), isBeside(file, other)]).toEqual([false, true]);
  });

  it('is nothing of any of many destroyed keys, whatever the rows around them did', async () => {
    const file = newFile();
    const ring = await openRing(file, randomBytes(32));
    const gone: Uint8Array[] = [];
    for (let round = 0; round < 6; round += 1) {
      const made = Array.from({ length: 300 }, (_, i) => `person:${round}-${i}${'x'.repeat((i * 37) % 90)}`);
      await ring.keysFor(made);
      const chosen = made.filter((_, i) => (i * 7 + round) % 3 !== 0);
      const doomed = new Set(chosen);
      for (const row of rowsOf(file, 'SELECT owner, wrapped_key FROM keys WHERE wrapped_key IS NOT NULL'))
        if (doomed.has(String(row.owner))) gone.push(row.wrapped_key as Uint8Array);
      await Promise.all(chosen.map((owner) => ring.destroy(owner)));
    }
    expect(gone.length).toBe(1_200);
    expect(isBeside(file, ...gone.map((wrapped) => wrapped.subarray(12, 44)))).toBe(false);
    await ring.close();
  });

  it('belongs to its owner alone, the write-ahead log included', async () => {
    const file = newFile();
    const ring = await openRing(file, randomBytes(32));
    await keyOf(ring, 'person:1');
    for (const name of [file, `${file}-wal`]) expect(statSync(name).mode & 0o077).toBe(0);
    await ring.close();
  });

  it('holds a key before it is handed out, not when the ring is closed', async () => {
    const file = newFile();
    const ring = await openRing(file, randomBytes(32));
    const { keyId } = await keyOf(ring, 'person:1');
    expect(rowsOf(file, 'SELECT key_id, owner FROM keys')).toEqual([{ key_id: keyId, owner: 'person:1' }]);
    await ring.close();
  });

  it('is noticed when a key has been moved to another owner’s row', async () => {
    const [file, kek] = [newFile(), randomBytes(32)];
    const before = await openRing(file, kek);
    await before.keysFor(['person:1', 'person:2']);
    await before.close();
    change(file, `UPDATE keys SET wrapped_key = (SELECT wrapped_key FROM keys WHERE owner = 'person:2')`);
    const after = await openRing(file, kek);
    await expect(after.keysFor(['person:1'])).rejects.toThrow(/bị sửa hoặc đổi chỗ/);
    expect((await after.keysFor(['person:2'])).size).toBe(1);
    await after.close();
  });
});
