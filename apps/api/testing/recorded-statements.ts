import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** A statement that the service has prepared, and the connection that it belongs to. */
export interface Prepared {
  readonly sql: string;
  readonly connection: DatabaseSync;
}

/** Everything that is prepared on the views file from now on. */
export interface Recorder {
  /** Each statement once, in the order in which it was first prepared. */
  prepared(): readonly Prepared[];
  /** The steps of SQLite’s plan for a statement. */
  planOf(statement: Prepared): readonly Step[];
  stop(): void;
}

/** A line of EXPLAIN QUERY PLAN. */
export interface Step {
  readonly id: number;
  readonly parent: number;
  readonly detail: string;
}

/** Listens to SQLite itself, so that no statement of the program can be forgotten. */
export function recordStatements(): Recorder {
  const plain = DatabaseSync.prototype.prepare;
  const found = new Map<string, Prepared>();
  DatabaseSync.prototype.prepare = function (this: DatabaseSync, ...args): StatementSync {
    const [sql] = args;
    if (/views-[^/]*\.db$/.test(this.location() ?? '')) found.set(sql, { sql, connection: this });
    return plain.apply(this, args);
  };
  return {
    prepared: () => [...found.values()].filter(({ sql, connection }) => connection.isOpen && !sql.startsWith('PRAGMA')),
    planOf: ({ sql, connection }) =>
      plain
        .call(connection, `EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map((row) => ({ id: Number(row['id']), parent: Number(row['parent']), detail: String(row['detail']) })),
    stop: () => void (DatabaseSync.prototype.prepare = plain),
  };
}
