import type { DatabaseSync } from 'node:sqlite';

/**
 * Runs statements that all happen or none.
 * @param mode `IMMEDIATE` to write: other connections wait from the start
 * @throws whatever `work` or SQLite throws; then nothing has happened
 */
export const transaction = <T>(database: DatabaseSync, mode: 'IMMEDIATE' | 'DEFERRED', work: () => T): T =>
  enclosed(database, [`BEGIN ${mode}`, 'COMMIT', 'ROLLBACK'], work);

/**
 * Runs statements within a transaction so that they alone can be undone.
 * @throws whatever `work` or SQLite throws; when SQLite gave up the whole transaction, `isTransaction` is false afterwards
 */
export const savepoint = <T>(database: DatabaseSync, work: () => T): T =>
  enclosed(database, ['SAVEPOINT part', 'RELEASE part', 'ROLLBACK TO part; RELEASE part'], work);

function enclosed<T>(database: DatabaseSync, [begin, end, undo]: readonly [string, string, string], work: () => T): T {
  database.exec(begin);
  try {
    const result = work();
    database.exec(end);
    return result;
  } catch (error) {
    // SQLite ends the transaction itself when the disk is full or fails: then there is nothing left to undo.
    if (database.isTransaction) database.exec(undo);
    throw error;
  }
}
