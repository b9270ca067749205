import { closeSync, existsSync, openSync, realpathSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { checkMarks, setMarks, type Marks } from './marks.js';
import { proveDurable, settings } from './profiles.js';
import { transaction } from './transaction.js';
import { FileFault } from './file-fault.js';

/** A kind of file beside the log, which belongs to one log. */
export interface SideFileKind extends Marks {
  /** Statements that make the tables of an empty file. */
  readonly tables: string;
}

const BELONGS_TO = 'CREATE TABLE belongs_to (id INTEGER PRIMARY KEY CHECK (id = 1), log_id TEXT NOT NULL) STRICT';

/**
 * Says whether a database is this log's file of a kind.
 * @returns false for a database in which nothing has been made
 * @throws FileFault when it is another program's, of another layout or another log's
 */
export function checkSideFile(database: DatabaseSync, kind: Marks, logId: string): boolean {
  if (!checkMarks(database, kind)) return false;
  const owner = database.prepare('SELECT log_id FROM belongs_to').get()?.log_id;
  if (owner !== logId) throw new FileFault('otherLog', String(owner));
  return true;
}

/**
 * Opens a file that was looked at before, makes it when there is nothing yet and proves that writes are durable.
 * @param furnish writes into a new file, in the transaction that makes it
 * @throws FileFault when it has become another's meanwhile, or writes are not durable
 */
export function openSideFile(
  file: string,
  kind: SideFileKind,
  logId: string,
  furnish: (database: DatabaseSync) => void = () => undefined,
): DatabaseSync {
  // SQLite gives its -wal and -shm files the mode of the main one.
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(realpathSync(file));
  try {
    database.exec(settings('durableSideFile'));
    transaction(database, 'IMMEDIATE', () => {
      if (!checkSideFile(database, kind, logId)) {
        database.exec(`${kind.tables}; ${BELONGS_TO}`);
        database.prepare('INSERT INTO belongs_to (id, log_id) VALUES (1, ?)').run(logId);
        furnish(database);
      }
      // Written at every opening: by this durability is proved.
      database.exec(setMarks(kind));
    });
    proveDurable(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
