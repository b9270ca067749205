import { closeSync, existsSync, openSync, realpathSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { vaultFault } from '../fault.js';
import { BELONGS_TO, inspect, isEmpty, LAYOUT_VERSION, pragma, type Standing } from './inspect.js';
import type { FileKind } from './kind.js';
import { look } from './look.js';
import { transaction } from './transaction.js';

/** `secure_delete` writes zeros over what is deleted; `temp_store` keeps what is rewritten out of temporary files. */
const PRAGMAS = [
  'PRAGMA busy_timeout = 5000',
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA secure_delete = ON',
  'PRAGMA temp_store = MEMORY',
].join(';');

const FULL = 2;

/** Whom a file is made for. */
export interface Owner extends Standing {
  readonly logId: string;
}

/**
 * Reads whose file it is and changes nothing.
 * @returns its key check; undefined when it has none or there is nothing yet
 * @throws VaultFault when it is another program's, of another layout or another log's
 */
export function standingCheck(file: string, kind: FileKind, logId: string): Uint8Array | undefined {
  if (!hasBytes(file)) return undefined;
  return look(realpathSync(file), (database) => inspect(database, file, kind, logId))?.keyCheck;
}

/**
 * True when there is such a file and something in it, whatever that is. Nothing is changed.
 */
export function stands(file: string): boolean {
  if (!hasBytes(file)) return false;
  try {
    return look(realpathSync(file), (database) => !isEmpty(database));
  } catch {
    return true;
  }
}

const hasBytes = (file: string): boolean => {
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && !(found.isFile() && found.size === 0);
};

/**
 * Opens a file that was looked at before, makes it when there is nothing yet and proves that writes are durable.
 * @returns the key check that stands in it: another process may have made the file meanwhile
 * @throws VaultFault when it has become another's, or writes are not durable
 */
export function openFile(file: string, kind: FileKind, owner: Owner): Standing & { readonly database: DatabaseSync } {
  // SQLite gives its -wal and -shm files the mode of the main one.
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(realpathSync(file));
  try {
    database.exec(PRAGMAS);
    const { keyCheck } = transaction(database, 'IMMEDIATE', () => prepare(database, file, kind, owner));
    // Only after a write: before it the setting can read right and be wrong later.
    if (pragma(database, 'synchronous') !== FULL) throw vaultFault('notDurable', file);
    return { database, keyCheck };
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepare(database: DatabaseSync, file: string, kind: FileKind, owner: Owner): Standing {
  const standing = inspect(database, file, kind, owner.logId);
  if (!standing) {
    database.exec(`${kind.tables}; ${BELONGS_TO}; PRAGMA application_id = ${kind.applicationId}`);
    const insert = database.prepare('INSERT INTO belongs_to (id, log_id, key_check) VALUES (1, ?, ?)');
    insert.run(owner.logId, owner.keyCheck ?? null);
  }
  // The write by which durability is proved.
  database.exec(`PRAGMA user_version = ${LAYOUT_VERSION}`);
  return standing ?? owner;
}
