import { DatabaseSync } from 'node:sqlite';

/** The right to write one data file, held until it is given back or the process ends, however it ends. */
export interface Ownership {
  release(): void;
}

/**
 * Takes a file for its holder alone: a lock of the operating system on a small database beside it. Unlike a file with
 * a process number it leaves nothing behind after a crash.
 * @param file its true path: two spellings of a path must meet at the same lock
 * @throws SQLite's error; it concerns a lock when another, in this process or another, has the file
 */
export function takeOwnership(file: string): Ownership {
  const lock = new DatabaseSync(`${file}.lock`);
  try {
    // The journal in memory: the lock itself is never written, not even on a full disk.
    lock.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return { release: () => lock.close() };
  } catch (error) {
    lock.close();
    throw error;
  }
}
