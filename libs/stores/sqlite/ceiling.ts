import { DatabaseSync } from 'node:sqlite';
import type { StoredEvent } from '#kernel';
import { settings, transaction } from '#sqlite';
import { CHECKPOINT_PAGES, CREATE, WRITES } from './schema.js';

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
    database.exec(settings('durableLog'));
    database.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    transaction(database, 'IMMEDIATE', () => database.exec(CREATE));
    const insert = database.prepare(WRITES.insert);
    for (let start = 0; start < rows.length; start += groupSize) {
      const group = rows.slice(start, start + groupSize);
      transaction(database, 'IMMEDIATE', () =>
        group.forEach(({ eventId, stream, revision, type, data, metadata }, index) => {
          insert.run(start + index + 1, eventId, stream, revision, type, data, metadata);
        }),
      );
    }
    return rows.length;
  } finally {
    database.close();
  }
}
