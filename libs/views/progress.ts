import { START, type Position } from '#kernel';
import type { Database } from './database.js';
import type { ViewFailure } from './faults.js';

/** How far a view has come and, when it stopped, why. */
export interface ViewProgress {
  /** The last event of the log that the view has taken in. */
  readonly position: Position;
  /** Its id; absent before the first. */
  readonly eventId?: string;
  readonly failure?: ViewFailure;
}

/** Gives every view its place in an empty file. */
export function initProgress(db: Database, views: readonly string[]): void {
  const insert = db.prepare('INSERT INTO _progress (view, position) VALUES (?, ?)');
  for (const view of views) insert.run(view, START);
}

/** Reads how far each view has come. */
export function readProgress(db: Database): Map<string, ViewProgress> {
  const rows = db.prepare('SELECT view, position, event_id, failed_position, failed_event, error FROM _progress').all();
  return new Map(
    rows.map((row) => {
      const failure = row['failed_position'] === null ? undefined : failureOf(row);
      const eventId = row['event_id'] === null ? {} : { eventId: String(row['event_id']) };
      return [String(row['view']), { position: String(row['position']), ...eventId, ...(failure && { failure }) }];
    }),
  );
}

/** Writes how far a view has come, in the transaction of its rows. */
export function writeProgress(db: Database, view: string, { position, eventId, failure }: ViewProgress): void {
  db.prepare(
    'UPDATE _progress SET position = ?, event_id = ?, failed_position = ?, failed_event = ?, error = ? WHERE view = ?',
  ).run(position, eventId ?? null, failure?.position ?? null, failure?.eventId ?? null, failure?.error ?? null, view);
}

const failureOf = (row: Readonly<Record<string, unknown>>): ViewFailure => ({
  position: String(row['failed_position']),
  eventId: String(row['failed_event']),
  error: String(row['error']),
});
