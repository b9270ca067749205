import type { DatabaseSync } from 'node:sqlite';

/**
 * Runs statements that all happen or none.
 * @param mode `IMMEDIATE` to write: other connections wait from the start
 * @throws whatever `work` or SQLite throws; then nothing has happened
 */
export function transaction<T>(database: DatabaseSync, mode: 'IMMEDIATE' | 'DEFERRED', work: () => T): T {
  database.exec(`BEGIN ${mode}`);
  return undoneBy(database, 'ROLLBACK', () => {
    const result = work();
    database.exec('COMMIT');
    return result;
  });
}

/**
 * Runs statements within a transaction so that they alone can be undone.
 * @throws whatever `work` or SQLite throws; when SQLite gave up the whole transaction, `isTransaction` is false afterwards
 */
export function savepoint<T>(database: DatabaseSync, work: () => T): T {
  database.exec('SAVEPOINT part');
  return undoneBy(database, 'ROLLBACK TO part; RELEASE part', () => {
    const result = work();
    database.exec('RELEASE part');
    return result;
  });
}

function undoneBy<T>(database: DatabaseSync, undo: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    // SQLite ends the transaction itself when the disk is full or fails: then there is nothing left to undo.
    if (database.isTransaction) undoQuietly(database, undo);
    throw error;
  }
}

/** What went wrong first is what the caller is told. */
function undoQuietly(database: DatabaseSync, undo: string): void {
  try {
    database.exec(undo);
  } catch {
    // A transaction that could not be undone is still open: the next one fails at its BEGIN.
  }
}
