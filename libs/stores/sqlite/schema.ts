import { setMarks, type Marks } from '#sqlite';

/** Marks the file as a log of this service ("KHEO") in its present layout. */
export const MARKS: Marks = { applicationId: 0x4b48454f, layoutVersion: 2 };

/** Pages in the write-ahead log before they are copied: more saves random writes, fewer keeps the log short. */
export const CHECKPOINT_PAGES = 4000;

/** The log. Positions are given by the one writer: gapless and in commit order. */
export const EVENTS_TABLE = `CREATE TABLE events (
  position INTEGER PRIMARY KEY,
  event_id TEXT NOT NULL,
  stream TEXT NOT NULL,
  revision INTEGER NOT NULL,
  type TEXT NOT NULL,
  data TEXT NOT NULL,
  metadata TEXT NOT NULL,
  UNIQUE (stream, revision)
) STRICT`;

/** What the log should hold, kept apart from it: a log that lost its end no longer agrees with this row. */
export const LOG_END_TABLE = `CREATE TABLE log_end (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  last_position INTEGER NOT NULL,
  openings INTEGER NOT NULL
) STRICT`;

/** Statements of the writer. */
export const WRITES = {
  lastPosition: 'SELECT last_position AS value FROM log_end',
  lastRevision: 'SELECT max(revision) AS value FROM events WHERE stream = ?',
  eventAt: 'SELECT event_id AS eventId, position AS ordinal FROM events WHERE stream = ? AND revision = ?',
  insert: `INSERT INTO events (position, event_id, stream, revision, type, data, metadata)
           VALUES (?, ?, ?, ?, ?, ?, ?)`,
  forgetAfter: 'DELETE FROM events WHERE position > ?',
  advance: 'UPDATE log_end SET last_position = ?',
  countOpening: 'UPDATE log_end SET openings = openings + 1',
  measureLog: 'PRAGMA wal_checkpoint(NOOP)',
  checkpoint: 'PRAGMA wal_checkpoint(PASSIVE)',
} as const;

/** Creates the tables in an empty file, within a transaction. */
export const CREATE = [
  EVENTS_TABLE,
  LOG_END_TABLE,
  'INSERT INTO log_end (id, last_position, openings) VALUES (1, 0, 0)',
  setMarks(MARKS),
].join(';\n');
