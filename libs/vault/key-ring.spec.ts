import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from '@jest/globals';
import { canonical, derivedId, personal, unseal, type Sealed } from '#kernel';
import { seal, withPlaces } from '#kernel';
import { openKeyRing, VaultFault } from './index.js';

const random = { bytes: (length: number) => randomBytes(length) };
const clock = { now: () => '2026-06-14T02:00:00.000Z' };
const CANARY = 'Nguyễn Thị Hoàng Yến';

const newFile = (): string => join(mkdtempSync(join(tmpdir(), 'kheo-vault-')), 'keys.db');
const open = (file: string, kek: Buffer) => openKeyRing({ file, kek, random, clock });
const bytesBeside = (file: string): Buffer[] => {
  const folder = join(file, '..');
  return readdirSync(folder).map((name) => readFileSync(join(folder, name)));
};

describe('the key ring', () => {
  it('makes a person’s key once and finds it again after a restart', () => {
    const [file, kek] = [newFile(), randomBytes(32)];
    const first = open(file, kek);
    const made = first.keyFor('p-1');
    expect(made.key).toHaveLength(32);
    expect(first.keyFor('p-1')).toEqual(made);
    first.close();
    const second = open(file, kek);
    expect(second.keyFor('p-1')).toEqual(made);
    expect(second.find(made.keyId)).toEqual(made);
    second.close();
  });

  it('names a key after its person and its turn', () => {
    const ring = open(newFile(), randomBytes(32));
    expect(ring.keyFor('p-1').keyId).toBe(derivedId('key', 'p-1', 1));
    ring.close();
  });

  it('gives two persons different keys', () => {
    const ring = open(newFile(), randomBytes(32));
    const [one, other] = [ring.keyFor('p-1'), ring.keyFor('p-2')];
    expect(one.keyId).not.toBe(other.keyId);
    expect(one.key.equals(other.key)).toBe(false);
    ring.close();
  });

  it('two processes at one file agree on a person’s key', () => {
    const [file, kek] = [newFile(), randomBytes(32)];
    const [one, other] = [open(file, kek), open(file, kek)];
    expect(other.keyFor('p-1')).toEqual(one.keyFor('p-1'));
    expect(other.find(one.keyFor('p-2').keyId)).toEqual(one.keyFor('p-2'));
    one.close();
    other.close();
  });

  it('has no answer for a key that never was', () => {
    const ring = open(newFile(), randomBytes(32));
    expect(ring.find(derivedId('key', 'nobody', 1))).toBeUndefined();
    ring.close();
  });

  it('treats a destroyed key as gone, and never gives its name again', () => {
    const [file, kek] = [newFile(), randomBytes(32)];
    const before = open(file, kek);
    const { keyId } = before.keyFor('p-1');
    before.close();
    change(file, 'UPDATE person_keys SET wrapped_key = NULL');
    const after = open(file, kek);
    expect(after.find(keyId)).toBeUndefined();
    expect(after.keyFor('p-1').keyId).toBe(derivedId('key', 'p-1', 2));
    after.close();
  });
});

describe('what lies on the disk', () => {
  it('neither a name nor an unwrapped key is in any byte of any file', () => {
    const [file, kek] = [newFile(), randomBytes(32)];
    const ring = open(file, kek);
    const sealed = seal({ name: personal('p-1', CANARY) }, 'dossier-1', 0, ring, random);
    const key = ring.keyFor('p-1').key;
    const secrets = [
      Buffer.from(CANARY),
      Buffer.from(CANARY.normalize('NFD')),
      Buffer.from(CANARY, 'utf16le'),
      key,
      kek,
    ];
    const found = (): boolean => bytesBeside(file).some((bytes) => secrets.some((secret) => bytes.includes(secret)));
    expect(found()).toBe(false);
    ring.close();
    expect(found()).toBe(false);
    expect(JSON.stringify(sealed)).not.toContain(CANARY);
  });

  it('belongs to its owner alone, the write-ahead log included', () => {
    const file = newFile();
    const ring = open(file, randomBytes(32));
    ring.keyFor('p-1');
    for (const name of [file, `${file}-wal`]) expect(statSync(name).mode & 0o077).toBe(0);
    ring.close();
  });

  it('holds a key before it is handed out, not when the ring is closed', () => {
    const file = newFile();
    const ring = open(file, randomBytes(32));
    const { keyId } = ring.keyFor('p-1');
    const reader = new DatabaseSync(file, { readOnly: true });
    expect(reader.prepare('SELECT key_id, person FROM person_keys').all()).toEqual([{ key_id: keyId, person: 'p-1' }]);
    reader.close();
    ring.close();
  });
});

describe('a sealed particular', () => {
  it('opens at its place and at no other', () => {
    const ring = open(newFile(), randomBytes(32));
    const sealed = seal({ name: personal('p-1', CANARY) }, 'dossier-1', 0, ring, random);
    const at = (stream: string, revision: number): Sealed =>
      (JSON.parse(canonical(withPlaces(sealed, stream, revision))) as { readonly name: Sealed }).name;
    expect(unseal(at('dossier-1', 0), ring)).toBe(CANARY);
    expect(() => unseal(at('dossier-2', 0), ring)).toThrow();
    expect(() => unseal(at('dossier-1', 1), ring)).toThrow();
    ring.close();
  });
});

describe('a key ring that cannot be trusted', () => {
  it('refuses another master key at once, and says so without showing either', () => {
    const [file, kek, wrong] = [newFile(), randomBytes(32), randomBytes(32)];
    open(file, kek).close();
    const attempt = (): unknown => open(file, wrong);
    expect(attempt).toThrow(VaultFault);
    expect(attempt).toThrow(/khóa chủ không phải là khóa đã dùng/);
    open(file, kek).close();
  });

  it('refuses a master key of another length', () => {
    expect(() => open(newFile(), randomBytes(16))).toThrow(/32 byte/);
  });

  it('notices a key that was moved to another person’s row', () => {
    const [file, kek] = [newFile(), randomBytes(32)];
    const before = open(file, kek);
    before.keyFor('p-1');
    before.keyFor('p-2');
    before.close();
    change(file, `UPDATE person_keys SET wrapped_key = (SELECT wrapped_key FROM person_keys WHERE person = 'p-2')`);
    const after = open(file, kek);
    expect(() => after.keyFor('p-1')).toThrow(/bị sửa hoặc đổi chỗ/);
    after.close();
  });

  it('leaves another program’s database as it is', () => {
    const file = newFile();
    change(file, 'CREATE TABLE theirs (x)');
    const digest = (): string => createHash('sha256').update(readFileSync(file)).digest('hex');
    const before = digest();
    expect(() => open(file, randomBytes(32))).toThrow(/chương trình khác/);
    expect(digest()).toBe(before);
  });

  it('refuses a file that a newer version wrote, and a folder that is not there', () => {
    const [file, kek] = [newFile(), randomBytes(32)];
    open(file, kek).close();
    change(file, 'PRAGMA user_version = 9');
    expect(() => open(file, kek)).toThrow(/phiên bản mới hơn/);
    expect(() => open(join(newFile(), 'nowhere', 'keys.db'), kek)).toThrow(VaultFault);
  });
});

function change(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}
