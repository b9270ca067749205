import type { DatabaseSync } from 'node:sqlite';

/**
 * Runs statements that all happen or none.
 * @param mode `IMMEDIATE` to write: other processes wait from the start
 */
export function transaction<T>(database: DatabaseSync, mode: 'IMMEDIATE' | 'DEFERRED', work: () => T): T {
  database.exec(`BEGIN ${mode}`);
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
