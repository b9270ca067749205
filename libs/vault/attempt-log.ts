import { canonical, type AttemptLog, type Json, type RefusedAttempt } from '#kernel';
import { FileThread } from './file-thread.js';
import type { AttemptDesk } from './thread/attempts.js';

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

/** What the log of refused attempts is opened with. */
export interface AttemptLogOptions {
  /** Its own file, beside the event log; made when there is none. */
  readonly file: string;
  /** The event log that it belongs to. */
  readonly logId: string;
}

/**
 * The refused attempts in a file of their own. Every method throws VaultFault when the file cannot be read or written.
 */
export interface OpenAttemptLog extends AttemptLog {
  /** Attempts in the order they were made. */
  list(page: AttemptPage): Promise<readonly RecordedAttempt[]>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/**
 * Opens the append-only log of refused attempts. A file that is refused stays as it was.
 * @throws VaultFault when the file is another log's or of another layout, or cannot be used
 */
export async function openAttemptLog({ file, logId }: AttemptLogOptions): Promise<OpenAttemptLog> {
  const thread = await FileThread.open<AttemptDesk>({ file, kind: 'attempts', logId }, () => undefined);
  return {
    record: ({ facts, delegation = null, ...attempt }) =>
      thread.ask('record', { ...attempt, delegation, facts: canonical(facts) }),
    async list({ after = 0, first }) {
      const rows = await thread.ask('list', after, Math.max(0, Math.min(first, LONGEST_PAGE)));
      return rows.map(({ delegation, facts, ...row }) => ({
        ...row,
        ...(delegation !== null && { delegation }),
        facts: JSON.parse(facts) as Readonly<Record<string, Json>>,
      }));
    },
    close: () => thread.close(),
  };
}
