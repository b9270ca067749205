import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { guarded, vaultFault } from './fault.js';
import { FileThread } from './file-thread.js';

/** `secure_delete` writes zeros over what is deleted, so that a destroyed key leaves nothing behind in the file. */
const PRAGMAS = [
  'PRAGMA busy_timeout = 5000',
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA secure_delete = ON',
  'PRAGMA temp_store = MEMORY',
].join(';');

const FULL = 2;

/** The layout this version writes. */
const LAYOUT_VERSION = 2;

/** What tells a kind of file from every other, and what it holds. */
export interface FileKind {
  readonly applicationId: number;
  /** Statements that make the tables of an empty file. */
  readonly tables: string;
}

/** Whose file it is to be. */
export interface Owner {
  readonly file: string;
  /** The id of the log that the file stands beside. */
  readonly logId: string;
}

/** True when a side file stands there: made by an earlier run, or put back from a backup. */
export const fileStands = (file: string): boolean => existsSync(file) && statSync(file).size > 0;

/**
 * Opens a small database of its owner's alone, makes its tables when it is empty and proves that writes are durable.
 * @param check looks at the file once, before it is served
 * @throws VaultFault when the file is another log's, of another kind or version, or cannot be opened; then it is as it was
 */
export function openFile({ file, logId }: Owner, kind: FileKind, check: (database: DatabaseSync) => void): FileThread {
  guarded(file, () => {
    if (fileStands(file)) refuseForeign(file, kind, logId);
    // SQLite gives its -wal and -shm files the mode of the main one.
    closeSync(openSync(file, 'a', 0o600));
    const database = new DatabaseSync(file);
    try {
      database.exec(PRAGMAS);
      transaction(database, () => {
        prepare(database, kind, logId);
        check(database);
      });
      // Only after a write: before it the setting can read right and be wrong later.
      if (pragma(database, 'synchronous') !== FULL) throw vaultFault('notDurable', file);
    } finally {
      database.close();
    }
  });
  return FileThread.start(file, PRAGMAS);
}

function transaction(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Looks at a file that is there already without changing it. */
function refuseForeign(file: string, { applicationId }: FileKind, logId: string): void {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const owner = pragma(database, 'application_id');
    const version = pragma(database, 'user_version');
    if (owner === 0 && isEmpty(database)) return;
    if (owner !== applicationId) throw vaultFault('foreign', file);
    if (version > LAYOUT_VERSION) throw vaultFault('newer', file);
    if (version < LAYOUT_VERSION) throw vaultFault('older', file);
    if (database.prepare('SELECT log_id FROM belongs_to').get()?.['log_id'] !== logId) {
      throw vaultFault('otherLog', file);
    }
  } finally {
    database.close();
  }
}

function prepare(database: DatabaseSync, { applicationId, tables }: FileKind, logId: string): void {
  if (!isEmpty(database)) return;
  database.exec(tables);
  database.exec('CREATE TABLE belongs_to (log_id TEXT NOT NULL) STRICT');
  database.prepare('INSERT INTO belongs_to (log_id) VALUES (?)').run(logId);
  database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${LAYOUT_VERSION}`);
}

const isEmpty = (database: DatabaseSync): boolean =>
  database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.['n'] === 0;

const pragma = (database: DatabaseSync, name: string): number =>
  Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
