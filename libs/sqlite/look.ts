import {
  closeSync,
  existsSync,
  linkSync,
  mkdtempSync,
  openSync,
  readSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { FileFault } from './file-fault.js';
import { isEmpty } from './marks.js';

/** How a write-ahead log begins, but for its lowest bit (sqlite.org/fileformat2.html). */
const LOG_MAGIC = 0x377f0682;

/**
 * Reads a database and changes no file by it, whether the file is at rest, was left by a crash with its write-ahead log
 * beside it, or is being written by another process.
 * @param read sees one state of the database throughout
 * @returns undefined when there is no such file, or nothing in it
 * @throws FileFault when something else has its name; SQLite's or the system's error when it cannot be read; whatever `read` throws
 */
export function look<T>(file: string, read: (database: DatabaseSync) => T): T | undefined {
  if (!hasBytes(file)) return undefined;
  const path = realpathSync(file);
  // Without a write-ahead log nobody writes, and SQLite would make one only to read.
  if (!isWriteAheadLog(`${path}-wal`)) return reading(path, 'immutable=1', read);
  // With its index SQLite reads it as it is, in memory of its own when the process that kept the index is gone.
  if (existsSync(`${path}-shm`)) return reading(path, 'readonly_shm=1', read);
  return readingBeside(path, read);
}

/** True when there is such a file and something in it, whatever that is. Nothing is changed. */
export function stands(file: string): boolean {
  try {
    return look(file, (database) => !isEmpty(database)) ?? false;
  } catch {
    return true;
  }
}

/** True when there is such a file and it is not empty. */
function hasBytes(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found && !found.isFile()) throw new FileFault('cannotOpen', 'not a file');
  return found !== undefined && found.size > 0;
}

function reading<T>(file: string, query: string, read: (database: DatabaseSync) => T): T {
  const url = pathToFileURL(file);
  url.search = query;
  const database = new DatabaseSync(url, { readOnly: true, timeout: 5_000 });
  try {
    database.exec('BEGIN');
    return read(database);
  } finally {
    database.close();
  }
}

/** Reads through second names of the file and its log: the index that SQLite must write falls under those, and goes with them. */
function readingBeside<T>(file: string, read: (database: DatabaseSync) => T): T {
  const room = mkdtempSync(`${file}.look-`);
  try {
    const name = join(room, 'log');
    linkSync(file, name);
    linkSync(`${file}-wal`, `${name}-wal`);
    return reading(name, 'mode=ro', read);
  } finally {
    rmSync(room, { recursive: true });
  }
}

/** True for a write-ahead log that begins as one; SQLite takes any other for empty. */
function isWriteAheadLog(file: string): boolean {
  if (!existsSync(file)) return false;
  const handle = openSync(file, 'r');
  try {
    const start = Buffer.alloc(4);
    return readSync(handle, start) === start.length && (start.readUInt32BE() & ~1) >>> 0 === LOG_MAGIC;
  } finally {
    closeSync(handle);
  }
}
