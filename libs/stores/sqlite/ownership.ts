import { DatabaseSync } from 'node:sqlite';
import { asStoreFault, reasonOf, sqliteCode, storeFault } from './fault.js';

/** The right to write one data file, held until it is given back or the process ends, however it ends. */
export interface Ownership {
  release(): void;
}

/**
 * Takes the file for this store alone: a lock of the operating system on a small database beside it. Unlike a file with
 * a process number it leaves nothing behind after a crash.
 * @throws StoreFault when another store, in this process or another, has the file
 */
export function takeOwnership(file: string): Ownership {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(`${file}.lock`);
    // The journal in memory: the lock itself is never written, not even on a full disk.
    lock.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    const held = lock;
    return { release: () => held.close() };
  } catch (error) {
    lock?.close();
    throw reasonOf(sqliteCode(error)) === 'busy' ? storeFault('owned', file) : asStoreFault(error, file);
  }
}
