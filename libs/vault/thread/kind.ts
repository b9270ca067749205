import type { DatabaseSync } from 'node:sqlite';
import type { Desk } from '../messages.js';

/** What tells a kind of file from every other, what it holds and what it can be asked. */
export interface FileKind {
  readonly applicationId: number;
  /** Statements that make the tables of an empty file. */
  readonly tables: string;
  /** Questions that change nothing. */
  readonly reads: ReadonlySet<string>;
  /** Questions after which nothing of what was there before may remain in any byte of the file. */
  readonly scrubs: ReadonlySet<string>;
  desk(database: DatabaseSync): Desk;
}
