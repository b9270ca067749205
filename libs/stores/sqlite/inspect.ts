import type { DatabaseSync } from 'node:sqlite';
import { storeFault } from './fault.js';
import { APPLICATION_ID, EVENTS_TABLE, LAYOUT_VERSION, LOG_END_TABLE } from './schema.js';

/**
 * Says cheaply whether a database is a log or still nothing: its marks, its tables, and that its two ends are whole.
 * @param file for the operator's eyes
 * @throws StoreFault when it is another program's, of another layout or damaged
 */
export function inspect(database: DatabaseSync, file: string): 'log' | 'nothing' {
  const application = mark(database, 'application_id');
  if (application === 0 && value(database, 'SELECT count(*) AS value FROM sqlite_schema') === 0) return 'nothing';
  if (application !== APPLICATION_ID) throw storeFault('foreign', file, `application_id ${application}`);
  checkLayout(database, file);
  checkTables(database, file);
  checkEnds(database, file);
  return 'log';
}

function checkLayout(database: DatabaseSync, file: string): void {
  const version = mark(database, 'user_version');
  if (version === LAYOUT_VERSION) return;
  throw storeFault(version > LAYOUT_VERSION ? 'newer' : 'older', file, `user_version ${version}`);
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

function mark(database: DatabaseSync, name: 'application_id' | 'user_version'): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
}

function value(database: DatabaseSync, query: string): number {
  return Number(database.prepare(query).get()?.value);
}
