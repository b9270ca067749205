import { DatabaseSync } from 'node:sqlite';
import type { StoredEvent } from '#kernel';
import { CHECKPOINT_PAGES, CREATE, PRAGMAS, WRITES } from './schema.js';

/** A row as the store would write it; positions are given here. */
export type CeilingRow = Omit<StoredEvent, 'position'>;

/**
 * The most this machine could do: the rows through one bare connection with the store's own settings and tables, without
 * threads, checks or callers, one durable transaction for each group. The caller takes the time.
 * @param file a file that does not exist yet
 * @param rows events with consistent streams and revisions
 * @param groupSize rows in one transaction
 * @returns the rows written
 */
export function bareInsertCeiling(file: string, rows: readonly CeilingRow[], groupSize: number): number {
  const database = new DatabaseSync(file);
  try {
    database.exec(PRAGMAS);
    database.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    database.exec(CREATE);
    const begin = database.prepare(WRITES.begin);
    const insert = database.prepare(WRITES.insert);
    const commit = database.prepare(WRITES.commit);
    for (let start = 0; start < rows.length; start += groupSize) {
      begin.run();
      rows.slice(start, start + groupSize).forEach((row, index) => {
        const { eventId, stream, revision, type, data, metadata } = row;
        insert.run(start + index + 1, eventId, stream, revision, type, data, metadata);
      });
      commit.run();
    }
    return rows.length;
  } finally {
    database.close();
  }
}
