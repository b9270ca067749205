import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from '@jest/globals';
import { keysToSeal, personal, seal, type OwnerKey } from '#kernel';
import { keyRingStands, openKeyRing, VaultFault, type OpenKeyRing } from './index.js';

const random = { bytes: (length: number) => randomBytes(length) };
const clock = { now: () => '2026-06-14T02:00:00.000Z' };
const CANARY = 'Nguyễn Thị Hoàng Yến';

const newFile = (): string => join(mkdtempSync(join(tmpdir(), 'kheo-vault-')), 'keys.db');
const open = (file: string, kek: Buffer, logId = 'log-1'): Promise<OpenKeyRing> =>
  openKeyRing({ file, kek, random, clock, logId });
const keyOf = async (ring: OpenKeyRing, owner: string): Promise<OwnerKey> => {
  const key = (await ring.keysFor([owner])).get(owner);
  if (!key) throw new Error(`${owner} has no key`);
  return key;
};
const bytesBeside = (file: string): Buffer[] => {
  const folder = join(file, '..');
  return readdirSync(folder).map((name) => readFileSync(join(folder, name)));
};
const isBeside = (file: string, ...secrets: readonly Uint8Array[]): boolean =>
  bytesBeside(file).some((bytes) => secrets.some((secret) => bytes.includes(Buffer.from(secret))));

describe('the key ring', () => {
  it('makes an owner’s key once and finds it again after a restart', async () => {
    const [file, kek] = [newFile(), randomBytes(32)];
    const first = await open(file, kek);
    const made = await keyOf(first, 'person:1');
    expect(made.key).toHaveLength(32);
    expect(await keyOf(first, 'person:1')).toEqual(made);
    await first.close();
    const second = await open(file, kek);
    expect(await keyOf(second, 'person:1')).toEqual(made);
    expect(await second.find([made.keyId])).toEqual(new Map([[made.keyId, made.key]]));
    await second.close();
  });

  it('gives every key a random id: two rings under one master key never name two keys alike', async () => {
    const kek = randomBytes(32);
    const [one, other] = [await open(newFile(), kek), await open(newFile(), kek)];
    const [a, b] = [await keyOf(one, 'person:1'), await keyOf(other, 'person:1')];
    expect(a.keyId).not.toBe(b.keyId);
    expect(await other.find([a.keyId])).toEqual(new Map([[a.keyId, 'unknown']]));
    await Promise.all([one.close(), other.close()]);
  });

  it('agrees with another process at the same file, even when both make the key at once', async () => {
    const [file, kek] = [newFile(), randomBytes(32)];
    const [one, other] = [await open(file, kek), await open(file, kek)];
    const owners = Array.from({ length: 40 }, (_, at) => `person:${at}`);
    const [a, b] = await Promise.all([one.keysFor(owners), other.keysFor(owners)]);
    expect(b).toEqual(a);
    await Promise.all([one.close(), other.close()]);
  });

  it('shares one commit among those who ask in one turn', async () => {
    const ring = await open(newFile(), randomBytes(32));
    const owners = Array.from({ length: 200 }, (_, at) => `person:${at}`);
    const keys = await Promise.all(owners.map((owner) => keyOf(ring, owner)));
    expect(new Set(keys.map(({ keyId }) => keyId)).size).toBe(200);
    expect(ring.commits()).toBeLessThanOrEqual(4);
    await ring.close();
  });

  it('tells a destroyed key from one it never had', async () => {
    const ring = await open(newFile(), randomBytes(32));
    const before = await keyOf(ring, 'person:1');
    expect(await ring.destroy('person:1')).toBe(1);
    expect(await ring.find([before.keyId, 'never'])).toEqual(
      new Map([
        [before.keyId, 'destroyed'],
        ['never', 'unknown'],
      ]),
    );
    expect((await keyOf(ring, 'person:1')).keyId).not.toBe(before.keyId);
    await ring.close();
  });
});

describe('what lies on the disk', () => {
  it('neither a name nor an unwrapped key is in any byte of any file', async () => {
    const [file, kek] = [newFile(), randomBytes(32)];
    const ring = await open(file, kek);
    const named = { name: personal('p-1', CANARY) };
    const sealed = seal(named, 'dossier-1', 0, await keysToSeal(named, 'dossier-1', ring), random);
    const { key } = await keyOf(ring, 'person:p-1');
    const secrets = [Buffer.from(CANARY), Buffer.from(CANARY.normalize('NFD')), key, kek];
    expect(isBeside(file, ...secrets)).toBe(false);
    await ring.close();
    expect(isBeside(file, ...secrets)).toBe(false);
    expect(JSON.stringify(sealed)).not.toContain(CANARY);
  });

  it('has nothing left of a destroyed key, not even wrapped', async () => {
    const file = newFile();
    const ring = await open(file, randomBytes(32));
    await keyOf(ring, 'person:1');
    const reader = new DatabaseSync(file, { readOnly: true });
    const wrapped = reader.prepare('SELECT wrapped_key FROM keys').get()?.['wrapped_key'] as Uint8Array;
    reader.close();
    expect(isBeside(file, wrapped)).toBe(true);
    await ring.destroy('person:1');
    expect(isBeside(file, wrapped)).toBe(false);
    await ring.close();
  });

  it('belongs to its owner alone, the write-ahead log included', async () => {
    const file = newFile();
    const ring = await open(file, randomBytes(32));
    await keyOf(ring, 'person:1');
    for (const name of [file, `${file}-wal`]) expect(statSync(name).mode & 0o077).toBe(0);
    await ring.close();
  });

  it('holds a key before it is handed out, not when the ring is closed', async () => {
    const file = newFile();
    const ring = await open(file, randomBytes(32));
    const { keyId } = await keyOf(ring, 'person:1');
    const reader = new DatabaseSync(file, { readOnly: true });
    expect(reader.prepare('SELECT key_id, owner FROM keys').all()).toEqual([{ key_id: keyId, owner: 'person:1' }]);
    reader.close();
    await ring.close();
  });
});

describe('a key ring that cannot be trusted', () => {
  it('refuses another master key at once, and says so without showing either', async () => {
    const [file, kek, wrong] = [newFile(), randomBytes(32), randomBytes(32)];
    await (await open(file, kek)).close();
    await expect(open(file, wrong)).rejects.toThrow(VaultFault);
    await expect(open(file, wrong)).rejects.toThrow(/khóa chủ không phải là khóa đã dùng/);
    await (await open(file, kek)).close();
  });

  it('refuses a master key of another length', () =>
    expect(open(newFile(), randomBytes(16))).rejects.toThrow(/32 byte/));

  it('notices a key that was moved to another owner’s row', async () => {
    const [file, kek] = [newFile(), randomBytes(32)];
    const before = await open(file, kek);
    await before.keysFor(['person:1', 'person:2']);
    await before.close();
    change(file, `UPDATE keys SET wrapped_key = (SELECT wrapped_key FROM keys WHERE owner = 'person:2')`);
    const after = await open(file, kek);
    await expect(after.keysFor(['person:1'])).rejects.toThrow(/bị sửa hoặc đổi chỗ/);
    await after.close();
  });

  it.each([
    ['another log’s file', 'SELECT 1', /sổ sự kiện khác/, 'log-2'],
    ['a file that a newer version wrote', 'PRAGMA user_version = 9', /phiên bản mới hơn/, 'log-1'],
    ['a file of an early trial version', 'PRAGMA user_version = 1', /phiên bản thử nghiệm/, 'log-1'],
  ])('refuses %s and leaves it as it is', async (_what, sql, message, logId) => {
    const [file, kek] = [newFile(), randomBytes(32)];
    await (await open(file, kek)).close();
    change(file, sql);
    const before = digestOf(file);
    await expect(open(file, kek, logId)).rejects.toMatchObject({
      message: expect.stringMatching(message),
      misplaced: true,
    });
    expect(digestOf(file)).toBe(before);
  });

  it('leaves another program’s database as it is', async () => {
    const file = newFile();
    change(file, 'CREATE TABLE theirs (x)');
    const before = digestOf(file);
    await expect(open(file, randomBytes(32))).rejects.toThrow(/chương trình khác/);
    expect(digestOf(file)).toBe(before);
  });

  it('cannot stand in a folder that is not there', async () => {
    const file = join(newFile(), 'nowhere', 'keys.db');
    expect(keyRingStands(file)).toBe(false);
    await expect(open(file, randomBytes(32))).rejects.toThrow(VaultFault);
  });
});

const digestOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

function change(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}
