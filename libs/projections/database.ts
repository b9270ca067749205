import { constants, DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { ProjectionsFault } from './faults.js';
import { Recent } from './recent.js';

/** Named parameters of a statement. */
export type SqlParams = Readonly<Record<string, SQLInputValue>>;
/** One row as SQLite returns it. */
export type SqlRow = Record<string, SQLOutputValue>;

/** A query of someone else's, and the tables it reads. */
export interface PreparedRead {
  readonly statement: StatementSync;
  readonly tables: ReadonlySet<string>;
  /** The names of the columns it reads, of whatever table. */
  readonly columnsRead: ReadonlySet<string>;
}

/** Projections can be built again: a commit need not reach the disk, but it must never tear the file. One process at a time. */
const LIVE = [
  'locking_mode = EXCLUSIVE',
  'journal_mode = WAL',
  'synchronous = NORMAL',
  'journal_size_limit = 67108864',
  'cache_size = -32768',
];
/** A file that is being filled is thrown away after a crash: it is made durable once, at the end. */
const FILLING = [
  'locking_mode = EXCLUSIVE',
  'journal_mode = MEMORY',
  'synchronous = OFF',
  'cache_size = -16384',
  'temp_store = FILE',
];

const MOST_STATEMENTS = 500;
const BUSY = [5, 6];
const CORRUPT = [11, 26];
/** Out of memory, read-only, interrupted, input or output, full, cannot open: the machine's trouble, no view's. */
const MACHINE = [7, 8, 9, 10, 13, 14];

/** SQLite's primary result code, when the error is one of SQLite's. */
const resultCode = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) & 0xff : undefined;

const isOneOf = (codes: readonly number[], error: unknown): boolean => codes.includes(resultCode(error) ?? -1);

/** True when the file is no sound database any more. */
export const isCorruption = (error: unknown): boolean => isOneOf(CORRUPT, error);
/** True when the database failed, rather than what was to be written. */
export const isDatabaseTrouble = (error: unknown): boolean => isOneOf([...BUSY, ...CORRUPT, ...MACHINE], error);
/** True when the file could be reached and is not what it should be. */
export const isUnusable = (error: unknown): boolean =>
  !(error instanceof ProjectionsFault) && !isOneOf([...BUSY, ...MACHINE], error);

/** One connection with its prepared statements. */
export class Database {
  readonly #connection: DatabaseSync;
  readonly #statements = new Recent<StatementSync>(MOST_STATEMENTS);
  readonly #reads = new Recent<PreparedRead>(MOST_STATEMENTS);

  /**
   * @param file created when it is absent
   * @throws ProjectionsFault when another process has the file open
   */
  constructor(
    readonly file: string,
    mode: 'live' | 'filling',
  ) {
    this.#connection = new DatabaseSync(file, { timeout: 0 });
    try {
      for (const pragma of mode === 'live' ? LIVE : FILLING) this.exec(`PRAGMA ${pragma}`);
      this.transaction(() => undefined);
    } catch (error) {
      this.close();
      if (!isOneOf(BUSY, error)) throw error;
      throw new ProjectionsFault(
        `Tệp ${file} đang được một tiến trình khác sử dụng. ${file} is in use by another process.`,
      );
    }
  }

  exec(sql: string): void {
    this.#connection.exec(sql);
  }

  /** A statement of our own, prepared once. */
  prepare(sql: string): StatementSync {
    return this.#statements.getOrMake(sql, () => this.#connection.prepare(sql));
  }

  /**
   * A query of someone else's, prepared once.
   * @throws Error when it would do anything but read
   */
  prepareRead(sql: string): PreparedRead {
    return this.#reads.getOrMake(sql, () => this.#prepareGuarded(sql));
  }

  /** Runs `work` in a transaction: all of it is written, or nothing. */
  transaction<T>(work: () => T): T {
    this.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.exec('COMMIT');
      return result;
    } catch (error) {
      // SQLite ends the transaction itself when the disk is full or fails.
      if (this.#connection.isTransaction) this.exec('ROLLBACK');
      throw error;
    }
  }

  /** Runs `work` within a transaction so that its writes alone can be undone. */
  savepoint<T>(work: () => T): T {
    this.exec('SAVEPOINT part');
    try {
      const result = work();
      this.exec('RELEASE part');
      return result;
    } catch (error) {
      if (this.#connection.isTransaction) this.exec('ROLLBACK TO part; RELEASE part');
      throw error;
    }
  }

  /** True when the pages of the file fit together. */
  isSound(): boolean {
    return this.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok';
  }

  close(): void {
    if (this.#connection.isOpen) this.#connection.close();
  }

  #prepareGuarded(sql: string): PreparedRead {
    const tables = new Set<string>();
    const columnsRead = new Set<string>();
    this.#connection.setAuthorizer((action, table, column) => {
      if (action === constants.SQLITE_READ && table) tables.add(table);
      if (action === constants.SQLITE_READ && column) columnsRead.add(column);
      return READING.has(action) ? constants.SQLITE_OK : constants.SQLITE_DENY;
    });
    try {
      return { statement: this.#connection.prepare(sql), tables, columnsRead };
    } finally {
      this.#connection.setAuthorizer(null);
    }
  }
}

const READING: ReadonlySet<number> = new Set([
  constants.SQLITE_SELECT,
  constants.SQLITE_READ,
  constants.SQLITE_FUNCTION,
  constants.SQLITE_RECURSIVE,
]);
