import type { DatabaseSync } from 'node:sqlite';
import type { FileKind } from './kind.js';

/** A refused attempt as it lies in the file; `facts` is canonical JSON. */
export interface AttemptRow {
  readonly at: string;
  readonly commandId: string;
  readonly lifecycle: string;
  readonly id: string;
  readonly command: string;
  readonly subject: string;
  readonly delegation: string | null;
  readonly code: string;
  readonly facts: string;
}

/** What the log of refused attempts can be asked. */
export type AttemptDesk = {
  record(attempt: AttemptRow): void;
  /** So many attempts after an ordinal, in order. */
  list(after: number, limit: number): readonly (AttemptRow & { readonly ordinal: number })[];
};

/** `OR REPLACE` would delete without firing a delete trigger: the insert trigger forbids it. */
const TABLES = `
  CREATE TABLE attempts (
    ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    command_id TEXT NOT NULL,
    lifecycle TEXT NOT NULL,
    id TEXT NOT NULL,
    command TEXT NOT NULL,
    subject TEXT NOT NULL,
    delegation TEXT,
    code TEXT NOT NULL,
    facts TEXT NOT NULL CHECK (json_valid(facts))
  ) STRICT;
  CREATE TRIGGER attempts_never_change BEFORE UPDATE ON attempts
    BEGIN SELECT RAISE(ABORT, 'attempts are never changed'); END;
  CREATE TRIGGER attempts_never_go BEFORE DELETE ON attempts
    BEGIN SELECT RAISE(ABORT, 'attempts are never deleted'); END;
  CREATE TRIGGER attempts_never_replaced BEFORE INSERT ON attempts
    WHEN EXISTS (SELECT 1 FROM attempts WHERE ordinal = NEW.ordinal)
    BEGIN SELECT RAISE(ABORT, 'attempts are never replaced'); END`;

/** The file of the refused attempts. */
export const attempts: FileKind = {
  applicationId: 0x4b484541,
  tables: TABLES,
  reads: new Set<keyof AttemptDesk>(['list']),
  scrubs: new Set(),
  desk: attemptDesk,
};

function attemptDesk(database: DatabaseSync): AttemptDesk {
  const insert = database.prepare(
    `INSERT INTO attempts (at, command_id, lifecycle, id, command, subject, delegation, code, facts)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const select = database.prepare(
    `SELECT ordinal, at, command_id AS commandId, lifecycle, id, command, subject, delegation, code, facts
     FROM attempts WHERE ordinal > ? ORDER BY ordinal LIMIT ?`,
  );
  return {
    record: ({ at, commandId, lifecycle, id, command, subject, delegation, code, facts }) =>
      void insert.run(at, commandId, lifecycle, id, command, subject, delegation, code, facts),
    list: (after, limit) => select.all(after, limit) as unknown as ReturnType<AttemptDesk['list']>,
  };
}
