import { START, type Position } from '#kernel';
import type { Database } from './database.js';
import type { ProjectionFailure } from './faults.js';

/** The event that a projection took in last, as the log knows it. */
export interface LastEvent {
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
}

/** How far a projection has come and, when it stopped, why. */
export interface Progress {
  /** The last event of the log that it has taken in. */
  readonly position: Position;
  /** Which event that is; absent before the first. */
  readonly last?: LastEvent;
  readonly failure?: ProjectionFailure;
}

/** The tables that every projections file has. Their underscore keeps them apart from every projection's own. */
export const FILE_TABLES: readonly string[] = [
  `CREATE TABLE _progress (
    projection TEXT PRIMARY KEY,
    position TEXT NOT NULL,
    event_id TEXT,
    stream TEXT,
    revision INTEGER,
    failed_position TEXT,
    failed_event TEXT,
    error TEXT
  )`,
  'CREATE TABLE _belongs_to (log_id TEXT NOT NULL)',
];

/** Says whose log an empty file is for, and gives every projection its place in it. */
export function initProgress(db: Database, logId: string, projections: readonly string[]): void {
  db.prepare('INSERT INTO _belongs_to (log_id) VALUES (?)').run(logId);
  const insert = db.prepare('INSERT INTO _progress (projection, position) VALUES (?, ?)');
  for (const projection of projections) insert.run(projection, START);
}

/** True when a file is for this log. */
export const belongsTo = (db: Database, logId: string): boolean =>
  db.prepare('SELECT log_id FROM _belongs_to').get()?.['log_id'] === logId;

/** Reads how far each projection has come. */
export function readProgress(db: Database): Map<string, Progress> {
  const rows = db.prepare('SELECT * FROM _progress').all();
  return new Map(
    rows.map((row) => {
      const failure = row['failed_position'] === null ? undefined : failureOf(row);
      const last = row['event_id'] === null ? undefined : lastOf(row);
      const position = String(row['position']);
      return [String(row['projection']), { position, ...(last && { last }), ...(failure && { failure }) }];
    }),
  );
}

/** Writes how far a projection has come, in the transaction of its rows. */
export function writeProgress(db: Database, projection: string, { position, last, failure }: Progress): void {
  const sql = `UPDATE _progress SET position = ?, event_id = ?, stream = ?, revision = ?,
    failed_position = ?, failed_event = ?, error = ? WHERE projection = ?`;
  const place = last ? [last.eventId, last.stream, last.revision] : NOTHING;
  const stop = failure ? [failure.position, failure.eventId, failure.error] : NOTHING;
  db.prepare(sql).run(position, ...place, ...stop, projection);
}

const NOTHING = [null, null, null];

type StoredRow = Readonly<Record<string, unknown>>;

const lastOf = (row: StoredRow): LastEvent => ({
  eventId: String(row['event_id']),
  stream: String(row['stream']),
  revision: Number(row['revision']),
});

const failureOf = (row: StoredRow): ProjectionFailure => ({
  position: String(row['failed_position']),
  eventId: String(row['failed_event']),
  error: String(row['error']),
});
