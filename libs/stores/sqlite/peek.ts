import { resolve } from 'node:path';
import type { StoredEvent } from '#kernel';
import { look } from '#sqlite';
import { asStoreFault } from './fault.js';
import { inspect } from './inspect.js';
import { COLUMNS, toEvent } from './rows.js';

const FIRST = `SELECT ${COLUMNS} FROM events ORDER BY position LIMIT 1`;

/**
 * The first event of a log, read beside whoever owns it, without making or changing any file.
 * @param file the data file of an embedded store
 * @returns nothing when there is no such file, or no event in it
 * @throws StoreFault when the file is not a database, another program's, of another layout or damaged
 */
export function peekFirstEvent(file: string): StoredEvent | undefined {
  const absolute = resolve(file);
  try {
    return look(absolute, (database) => {
      if (inspect(database, absolute) === 'nothing') return undefined;
      const row = database.prepare(FIRST).get();
      return row && toEvent(row);
    });
  } catch (error) {
    throw asStoreFault(error, absolute);
  }
}
