import { closeSync, existsSync, linkSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

/** How a write-ahead log begins, but for its lowest bit (sqlite.org/fileformat2.html). */
const LOG_MAGIC = 0x377f0682;

/**
 * Reads a database and changes no file by it, whether the file is at rest, was left by a crash with its write-ahead log
 * beside it, or is being written by another process.
 * @param file the true path of a file that is not empty
 * @param read sees one state of the database throughout
 */
export function look<T>(file: string, read: (database: DatabaseSync) => T): T {
  // Without a write-ahead log nobody writes, and SQLite would make one only to read.
  if (!isWriteAheadLog(`${file}-wal`)) return reading(file, 'immutable=1', read);
  // With its index SQLite reads it as it is, in memory of its own when the process that kept the index is gone.
  if (existsSync(`${file}-shm`)) return reading(file, 'readonly_shm=1', read);
  return readingBeside(file, read);
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
