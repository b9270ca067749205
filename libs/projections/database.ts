import { constants, DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { concerns, savepoint, settings, transaction } from '#sqlite';
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

const MOST_STATEMENTS = 500;

/** True when the file is no sound database any more. */
export const isCorruption = (error: unknown): boolean => concerns(error, 'file');
/** True when the database failed, rather than what was to be written. */
export const isDatabaseTrouble = (error: unknown): boolean => concerns(error, 'lock', 'file', 'machine');
/** True when the file could be reached and is not what it should be. */
export const isUnusable = (error: unknown): boolean =>
  !(error instanceof ProjectionsFault) && !concerns(error, 'lock', 'machine');

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
      this.exec(settings(mode === 'live' ? 'rebuildableLive' : 'rebuildableFilling'));
      this.transaction(() => undefined);
    } catch (error) {
      this.close();
      if (!concerns(error, 'lock')) throw error;
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
    return transaction(this.#connection, 'IMMEDIATE', work);
  }

  /** Runs `work` within a transaction so that its writes alone can be undone. */
  savepoint<T>(work: () => T): T {
    return savepoint(this.#connection, work);
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
