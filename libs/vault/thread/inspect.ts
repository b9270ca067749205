import type { DatabaseSync } from 'node:sqlite';
import { vaultFault } from '../fault.js';
import type { FileKind } from './kind.js';

/** The layout this version reads and writes, and no other. */
export const LAYOUT_VERSION = 3;

/** Whose file it is. The key check opens under the right master key only; a file without secrets has none. */
export const BELONGS_TO = `CREATE TABLE belongs_to (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  log_id TEXT NOT NULL,
  key_check BLOB
) STRICT`;

/** What a file of the vault says of itself. */
export interface Standing {
  readonly keyCheck: Uint8Array | undefined;
}

/**
 * Says whether a database is this log's file of its kind, or still nothing.
 * @throws VaultFault when it is another program's, of another layout or another log's
 */
export function inspect(database: DatabaseSync, file: string, kind: FileKind, logId: string): Standing | undefined {
  const application = pragma(database, 'application_id');
  if (application === 0 && isEmpty(database)) return undefined;
  if (application !== kind.applicationId) throw vaultFault('foreign', file);
  const version = pragma(database, 'user_version');
  if (version !== LAYOUT_VERSION) throw vaultFault(version > LAYOUT_VERSION ? 'newer' : 'older', file);
  const owner = database.prepare('SELECT log_id, key_check FROM belongs_to').get();
  if (owner?.log_id !== logId) throw vaultFault('otherLog', file, String(owner?.log_id));
  return { keyCheck: (owner.key_check as Uint8Array | null) ?? undefined };
}

/** True for a database in which nothing has been made. */
export const isEmpty = (database: DatabaseSync): boolean =>
  database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.n === 0;

/** What a setting of the database reads. */
export const pragma = (database: DatabaseSync, name: 'application_id' | 'user_version' | 'synchronous'): number =>
  Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
