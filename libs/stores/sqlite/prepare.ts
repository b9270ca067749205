import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { look, settings, transaction } from '#sqlite';
import { asStoreFault } from './fault.js';
import { inspect } from './inspect.js';
import { CREATE } from './schema.js';

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
    const found = look(file, (unchanged) => inspect(unchanged, file)) ?? 'nothing';
    const opened = (database = new DatabaseSync(file));
    opened.exec(settings('durableLog'));
    if (found === 'nothing') transaction(opened, 'IMMEDIATE', () => opened.exec(CREATE));
  } catch (error) {
    throw asStoreFault(error, file);
  } finally {
    database?.close();
  }
}
