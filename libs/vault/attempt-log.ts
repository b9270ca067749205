import type { AttemptLog, Json, RefusedAttempt } from '#kernel';
import { canonical } from '#kernel';
import { openFile, type FileKind, type Owner } from './open-file.js';

/** `OR REPLACE` would delete without firing a delete trigger: the insert trigger forbids it. */
const KIND: FileKind = {
  applicationId: 0x4b484541,
  tables: `
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
      facts TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER attempts_never_change BEFORE UPDATE ON attempts
      BEGIN SELECT RAISE(ABORT, 'attempts are never changed'); END;
    CREATE TRIGGER attempts_never_go BEFORE DELETE ON attempts
      BEGIN SELECT RAISE(ABORT, 'attempts are never deleted'); END;
    CREATE TRIGGER attempts_never_replaced BEFORE INSERT ON attempts
      WHEN EXISTS (SELECT 1 FROM attempts WHERE ordinal = NEW.ordinal)
      BEGIN SELECT RAISE(ABORT, 'attempts are never replaced'); END`,
};

const INSERT = `INSERT INTO attempts (at, command_id, lifecycle, id, command, subject, delegation, code, facts)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const SELECT = 'SELECT * FROM attempts WHERE ordinal > ? ORDER BY ordinal LIMIT ?';

const LONGEST_PAGE = 500;

/** A refused attempt with its place in the log; ordinals grow from 1. */
export interface RecordedAttempt extends RefusedAttempt {
  readonly ordinal: number;
}

/** Which attempts an auditor reads. */
export interface AttemptPage {
  /** Only attempts after this ordinal; from the beginning unless given. */
  readonly after?: number;
  /** At most so many; never more than 500. */
  readonly first: number;
}

/** The refused attempts in a file of their own. */
export interface OpenAttemptLog extends AttemptLog {
  /** Attempts in the order they were made. */
  list(page: AttemptPage): Promise<readonly RecordedAttempt[]>;
  close(): Promise<void>;
}

/**
 * Opens the append-only log of refused attempts; the file is made when there is none.
 * @throws VaultFault when the file cannot be used, and from every method when it cannot be read or written
 */
export async function openAttemptLog(owner: Owner): Promise<OpenAttemptLog> {
  const thread = openFile(owner, KIND, () => undefined);
  return {
    async record(attempt) {
      const { at, commandId, lifecycle, id, command, subject, delegation, code, facts } = attempt;
      const params = [at, commandId, lifecycle, id, command, subject, delegation ?? null, code, canonical(facts)];
      await thread.run({ sql: INSERT, params });
    },
    async list({ after = 0, first }) {
      const limit = Math.max(0, Math.min(first, LONGEST_PAGE));
      return (await thread.run({ sql: SELECT, params: [after, limit] })).map(attemptOf);
    },
    close: () => thread.close(),
  };
}

function attemptOf(row: Readonly<Record<string, unknown>>): RecordedAttempt {
  return {
    ordinal: Number(row.ordinal),
    at: String(row.at),
    commandId: String(row.command_id),
    lifecycle: String(row.lifecycle),
    id: String(row.id),
    command: String(row.command),
    subject: String(row.subject),
    ...(row.delegation !== null && { delegation: String(row.delegation) }),
    code: String(row.code),
    facts: JSON.parse(String(row.facts)) as Readonly<Record<string, Json>>,
  };
}
