import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { OwnerKey } from '#kernel';
import { openKeyRing, type OpenKeyRing } from '../index.js';

export const LOG = '00000000-0000-4000-8000-000000000001';
export const OTHER_LOG = '00000000-0000-4000-8000-000000000002';

/** A place for a file in a new folder. */
export const newFile = (): string => join(mkdtempSync(join(tmpdir(), 'kheo-vault-')), 'keys.db');

/** Opens a key ring of LOG. */
export const openRing = (
  file: string,
  kek: Buffer,
  { logId = LOG, bytes = randomBytes as (length: number) => Buffer } = {},
): Promise<OpenKeyRing> =>
  openKeyRing({ file, kek, logId, random: { bytes }, clock: { now: () => '2026-06-14T02:00:00.000Z' } });

/** One owner's key. */
export async function keyOf(ring: OpenKeyRing, owner: string): Promise<OwnerKey> {
  const key = (await ring.keysFor([owner])).get(owner);
  if (!key) throw new Error(`${owner} has no key`);
  return key;
}

/** Every file beside this one, itself included, with its digest. */
export const filesBeside = (file: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(dirname(file)).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(dirname(file), name)))
        .digest('hex'),
    ]),
  );

/** True when some file beside this one, itself included, holds one of these byte strings. */
export const isBeside = (file: string, ...secrets: readonly Uint8Array[]): boolean =>
  readdirSync(dirname(file))
    .map((name) => readFileSync(join(dirname(file), name)))
    .some((bytes) => secrets.some((secret) => bytes.includes(Buffer.from(secret))));

/** Changes a file as another program would. */
export function change(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

/** Asks a file something as another program would. */
export function rowsOf(file: string, sql: string): readonly Readonly<Record<string, unknown>>[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare(sql).all();
  database.close();
  return rows;
}

const LOG_HEADER = 32;
const FRAME_HEADER = 24;

/** How many transactions stand in a write-ahead log: frames that end one say how long the database is then. */
export function commitsIn(file: string): number {
  const log = readFileSync(`${file}-wal`);
  const pageSize = log.readUInt32BE(8);
  let commits = 0;
  for (let at = LOG_HEADER; at < log.length; at += FRAME_HEADER + pageSize) {
    if (log.readUInt32BE(at + 4) > 0) commits += 1;
  }
  return commits;
}
