import type { DatabaseSync } from 'node:sqlite';
import type { FileKind } from './kind.js';

/** A key as it lies in the file: wrapped under the master key, or destroyed. */
export interface KeyRow {
  readonly keyId: string;
  readonly owner: string;
  readonly wrapped: Uint8Array | null;
}

/** A key that is to be laid in the file. */
export interface NewKey extends KeyRow {
  readonly wrapped: Uint8Array;
  readonly createdAt: string;
}

/** What the file of the key ring can be asked. */
export type KeyDesk = {
  /** The key of each of these owners who has one. */
  standing(owners: readonly string[]): readonly KeyRow[];
  /** Lays down keys for owners who have none. Answers with the key that each owner has now, whoever made it. */
  add(keys: readonly NewKey[]): readonly KeyRow[];
  /** The rows of these key ids, destroyed ones included. */
  find(keyIds: readonly string[]): readonly KeyRow[];
  /** Destroys every key of an owner and answers how many there were. */
  destroy(owner: string): number;
  /** Another number when another process has written since. */
  version(): number;
};

/** A destroyed key keeps its row without `wrapped_key`: that is how it differs from a key that never was. */
const TABLES = `
  CREATE TABLE keys (
    key_id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    wrapped_key BLOB,
    created_at TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX one_key_each ON keys (owner) WHERE wrapped_key IS NOT NULL;
  CREATE TRIGGER keys_never_go BEFORE DELETE ON keys
    BEGIN SELECT RAISE(ABORT, 'keys are destroyed, never deleted'); END;
  CREATE TRIGGER keys_never_return BEFORE UPDATE ON keys WHEN OLD.wrapped_key IS NULL
    BEGIN SELECT RAISE(ABORT, 'destroyed keys never return'); END`;

const COLUMNS = 'key_id AS keyId, owner, wrapped_key AS wrapped';

/** The file of the key ring. */
export const keys: FileKind = {
  applicationId: 0x4b48454b,
  tables: TABLES,
  reads: new Set<keyof KeyDesk>(['standing', 'find', 'version']),
  scrubs: new Set<keyof KeyDesk>(['destroy']),
  desk: keyDesk,
};

function keyDesk(database: DatabaseSync): KeyDesk {
  const byOwners = database.prepare(
    `SELECT ${COLUMNS} FROM keys
     WHERE owner IN (SELECT value FROM json_each(?)) AND wrapped_key IS NOT NULL`,
  );
  const byIds = database.prepare(`SELECT ${COLUMNS} FROM keys WHERE key_id IN (SELECT value FROM json_each(?))`);
  const insert = database.prepare(
    `INSERT INTO keys (key_id, owner, wrapped_key, created_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (owner) WHERE wrapped_key IS NOT NULL DO NOTHING`,
  );
  const destroyAll = database.prepare('UPDATE keys SET wrapped_key = NULL WHERE owner = ? AND wrapped_key IS NOT NULL');
  const dataVersion = database.prepare('PRAGMA data_version');

  const standing = (owners: readonly string[]): readonly KeyRow[] =>
    byOwners.all(JSON.stringify(owners)) as unknown as readonly KeyRow[];
  return {
    standing,
    add: (made) => {
      for (const { keyId, owner, wrapped, createdAt } of made) insert.run(keyId, owner, wrapped, createdAt);
      return standing(made.map(({ owner }) => owner));
    },
    find: (keyIds) => byIds.all(JSON.stringify(keyIds)) as unknown as readonly KeyRow[],
    destroy: (owner) => Number(destroyAll.run(owner).changes),
    version: () => Number(dataVersion.get()?.data_version),
  };
}
