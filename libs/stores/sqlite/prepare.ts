import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { asStoreFault, storeFault } from './fault.js';
import { inspect } from './inspect.js';
import { look } from './look.js';
import { CREATE, PRAGMAS } from './schema.js';

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
 * Makes an empty file a log, or checks that the file is one and takes in what a crash left beside it. A refused file
 * stays as it was. The file must be owned: nothing else may write it meanwhile.
 * @throws StoreFault when it is not a database, another program's, of another layout or damaged
 */
export function prepareFile(file: string): void {
  let database: DatabaseSync | undefined;
  try {
    const found = hasBytes(file) ? look(file, (unchanged) => inspect(unchanged, file)) : 'nothing';
    database = new DatabaseSync(file);
    database.exec(PRAGMAS);
    if (found === 'nothing') database.exec(CREATE);
  } catch (error) {
    throw asStoreFault(error, file);
  } finally {
    database?.close();
  }
}

/**
 * True when there is such a file and it is not empty.
 * @throws StoreFault when something else has its name
 */
export function hasBytes(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found && !found.isFile()) throw storeFault('cannotOpen', file, 'not a file');
  return found !== undefined && found.size > 0;
}
