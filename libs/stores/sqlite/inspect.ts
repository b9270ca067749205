import type { DatabaseSync } from 'node:sqlite';
import { checkMarks } from '#sqlite';
import { storeFault } from './fault.js';
import { EVENTS_TABLE, LOG_END_TABLE, MARKS } from './schema.js';

/**
 * Says cheaply whether a database is a log or still nothing: its marks, its tables, and that its two ends are whole.
 * @param file for the operator's eyes
 * @throws FileFault when it is another program's or of another layout; StoreFault when it is damaged
 */
export function inspect(database: DatabaseSync, file: string): 'log' | 'nothing' {
  if (!checkMarks(database, MARKS)) return 'nothing';
  checkTables(database, file);
  checkEnds(database, file);
  return 'log';
}

function checkTables(database: DatabaseSync, file: string): void {
  const found = database
    .prepare('SELECT sql FROM sqlite_schema')
    .all()
    .map(({ sql }) => sql);
  for (const table of [EVENTS_TABLE, LOG_END_TABLE]) {
    if (!found.includes(table))
      throw storeFault('corrupt', file, `missing: ${table.slice(0, table.indexOf('(')).trim()}`);
  }
}

/** The log begins with the first position, ends where it says, and its last event is found through its index. */
function checkEnds(database: DatabaseSync, file: string): void {
  const expected = value(database, 'SELECT last_position AS value FROM log_end');
  const last = value(database, 'SELECT coalesce(max(position), 0) AS value FROM events');
  if (expected !== last) throw storeFault('corrupt', file, `last position ${last}, expected ${expected}`);
  if (last === 0) return;
  const first = value(database, 'SELECT min(position) AS value FROM events');
  if (first !== 1) throw storeFault('corrupt', file, `first position ${first}, expected 1`);
  if (value(database, LAST_BY_INDEX) !== last) throw storeFault('corrupt', file, `event ${last} is not indexed`);
}

const LAST_BY_INDEX = `
  SELECT found.position AS value
  FROM (SELECT stream, revision FROM events ORDER BY position DESC LIMIT 1) AS last
  JOIN events AS found ON found.stream = last.stream AND found.revision = last.revision`;

function value(database: DatabaseSync, query: string): number {
  return Number(database.prepare(query).get()?.value);
}
