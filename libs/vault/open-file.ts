import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { guarded, vaultFault } from './fault.js';

/** `secure_delete` writes zeros over what is deleted, so that a destroyed key leaves nothing behind in the file. */
const PRAGMAS = [
  'PRAGMA busy_timeout = 5000',
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA secure_delete = ON',
  'PRAGMA temp_store = MEMORY',
].join(';');

const FULL = 2;

/** The layout this version writes; a greater number in a file comes from a newer version. */
const LAYOUT_VERSION = 1;

/** What tells a kind of file from every other, and what it holds. */
export interface FileKind {
  readonly applicationId: number;
  /** Statements that make the tables of an empty file. */
  readonly tables: string;
}

/**
 * Opens a small database of its owner's alone, makes its tables when it is empty and proves that writes are durable.
 * @throws VaultFault when the file is of another kind or a newer version, or cannot be opened
 */
export function openFile(file: string, kind: FileKind): DatabaseSync {
  return guarded(file, () => {
    // SQLite gives its -wal and -shm files the mode of the main one.
    closeSync(openSync(file, 'a', 0o600));
    const database = new DatabaseSync(file);
    try {
      // Before the settings: they would change a file that is another program's.
      refuseForeign(database, file, kind);
      database.exec(PRAGMAS);
      transaction(database, () => prepare(database, kind));
      // Only after a write: before it the setting can read right and be wrong later.
      if (pragma(database, 'synchronous') !== FULL) throw vaultFault('notDurable', file);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** Runs statements that all happen or none; other processes wait. */
export function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function refuseForeign(database: DatabaseSync, file: string, { applicationId }: FileKind): void {
  const owner = pragma(database, 'application_id');
  if (owner !== applicationId && !(owner === 0 && isEmpty(database))) throw vaultFault('foreign', file);
  if (pragma(database, 'user_version') > LAYOUT_VERSION) throw vaultFault('newer', file);
}

function prepare(database: DatabaseSync, { applicationId, tables }: FileKind): void {
  if (isEmpty(database)) database.exec(tables);
  database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${LAYOUT_VERSION}`);
}

const isEmpty = (database: DatabaseSync): boolean =>
  database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.n === 0;

const pragma = (database: DatabaseSync, name: string): number =>
  Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
