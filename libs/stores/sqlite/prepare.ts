import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { asStoreFault, storeFault } from './fault.js';
import {
  APPLICATION_ID,
  COMMAND_INDEX,
  CREATE,
  EVENTS_TABLE,
  LAYOUT_VERSION,
  LEDGER_TABLE,
  PRAGMAS,
} from './schema.js';

/**
 * The one true path of a data file, its folder made when missing: two spellings of a path must meet at the same lock.
 * @throws StoreFault when the folder cannot be made or reached
 */
export function settlePath(file: string): string {
  const absolute = resolve(file);
  try {
    mkdirSync(dirname(absolute), { recursive: true });
    return existsSync(absolute) ? realpathSync(absolute) : join(realpathSync(dirname(absolute)), basename(absolute));
  } catch (error) {
    throw asStoreFault(error, absolute);
  }
}

/**
 * Makes an empty file a log, or checks cheaply that the file is one: its marks, its tables, and that its end is whole.
 * The file must be owned: nothing else may write it meanwhile.
 * @throws StoreFault when it is not a database, another program's, a newer version's or damaged
 */
export function prepareFile(file: string): void {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    if (isEmpty(database)) {
      database.exec(PRAGMAS);
      database.exec(CREATE);
    } else {
      checkMarks(database, file);
      database.exec(PRAGMAS);
      checkTables(database, file);
      checkEnd(database, file);
    }
  } catch (error) {
    throw asStoreFault(error, file);
  } finally {
    database?.close();
  }
}

function isEmpty(database: DatabaseSync): boolean {
  return value(database, 'SELECT count(*) AS value FROM sqlite_schema') === 0 && mark(database, 'application_id') === 0;
}

function checkMarks(database: DatabaseSync, file: string): void {
  const application = mark(database, 'application_id');
  if (application !== APPLICATION_ID) throw storeFault('foreign', file, `application_id ${application}`);
  const version = mark(database, 'user_version');
  if (version > LAYOUT_VERSION) throw storeFault('newer', file, `user_version ${version}`);
}

function checkTables(database: DatabaseSync, file: string): void {
  const found = database
    .prepare('SELECT sql FROM sqlite_schema')
    .all()
    .map(({ sql }) => sql);
  for (const table of [EVENTS_TABLE, COMMAND_INDEX, LEDGER_TABLE]) {
    if (!found.includes(table))
      throw storeFault('corrupt', file, `missing: ${table.slice(0, table.indexOf('(')).trim()}`);
  }
}

/** The log ends where the ledger says, and its last event is found through each of its indexes. */
function checkEnd(database: DatabaseSync, file: string): void {
  const expected = value(database, 'SELECT last_position AS value FROM ledger');
  const last = value(database, 'SELECT coalesce(max(position), 0) AS value FROM events');
  if (expected !== last) throw storeFault('corrupt', file, `last position ${last}, expected ${expected}`);
  if (last > 0 && value(database, LAST_BY_INDEXES) !== last)
    throw storeFault('corrupt', file, `event ${last} is not indexed`);
}

const LAST_BY_INDEXES = `
  SELECT byId.position AS value
  FROM (SELECT event_id, stream, revision FROM events ORDER BY position DESC LIMIT 1) AS last
  JOIN events AS byId ON byId.event_id = last.event_id
  JOIN events AS byRevision ON byRevision.stream = last.stream AND byRevision.revision = last.revision
  WHERE byId.position = byRevision.position`;

function mark(database: DatabaseSync, name: 'application_id' | 'user_version'): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
}

function value(database: DatabaseSync, query: string): number {
  return Number(database.prepare(query).get()?.value);
}
