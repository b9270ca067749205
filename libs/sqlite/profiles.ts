import type { DatabaseSync } from 'node:sqlite';
import { FileFault } from './file-fault.js';

/** Said outright: some builds of SQLite lower `synchronous` silently in WAL mode. */
const DURABLE = ['busy_timeout = 5000', 'journal_mode = WAL', 'synchronous = FULL'];
/** One process at a time, by SQLite's own lock. */
const ALONE = ['locking_mode = EXCLUSIVE'];
/** What a write-ahead log keeps on the disk once it has been copied; 64 MiB. */
const BOUNDED_LOG = 'journal_size_limit = 67108864';

const PROFILES = {
  /** The log: what is acknowledged is on the disk. Its writer checkpoints on its own, where an error is seen. */
  durableLog: [...DURABLE, 'foreign_keys = OFF', 'wal_autocheckpoint = 0', BOUNDED_LOG, 'cache_size = -32768'],
  /**
   * A small file beside the log that may hold secrets: `secure_delete` writes zeros over what is deleted, `temp_store` keeps
   * what is rewritten out of temporary files.
   */
  durableSideFile: [...DURABLE, 'secure_delete = ON', 'temp_store = MEMORY'],
  /** What can be built again: a commit need not reach the disk, but it must never tear the file. */
  rebuildableLive: [...ALONE, 'journal_mode = WAL', 'synchronous = NORMAL', BOUNDED_LOG, 'cache_size = -32768'],
  /**
   * A file that is being filled is thrown away after a crash: it is made durable once, at the end. Its indexes are sorted in
   * temporary files: what filling takes of the memory does not grow with the log.
   */
  rebuildableFilling: [
    ...ALONE,
    'journal_mode = MEMORY',
    'synchronous = OFF',
    'cache_size = -16384',
    'temp_store = FILE',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The settings of a connection, as statements. */
export const settings = (profile: keyof typeof PROFILES): string =>
  PROFILES[profile].map((setting) => `PRAGMA ${setting}`).join(';');

const FULL = 2;

/**
 * Makes sure that what is committed on a connection reaches the disk. Only after its first write: before it the setting
 * can read right and be wrong later.
 * @throws FileFault when it does not
 */
export function proveDurable(database: DatabaseSync): void {
  const found = Number(database.prepare('PRAGMA synchronous').get()?.synchronous);
  if (found !== FULL) throw new FileFault('notDurable', `synchronous ${found}`);
}
