import type { Lifecycle, Logged, StoredEvent } from '#kernel';
import type { Database } from './database.js';

/** Something that a commit has changed, for those who listen. A kind of projection may say more of it. */
export interface Changed {
  /** The projection. */
  readonly name: string;
  /** What has changed in it. */
  readonly id: string;
}

/** One event of the log, on its way to the projections. */
export interface Entry {
  readonly stored: StoredEvent;
  /** The kind of stream, as in `plan-…`. */
  readonly kind: string;
  /** The dossier's id. */
  readonly id: string;
  /**
   * The event by the formats of its lifecycle; undefined where no lifecycle of the program writes such streams.
   * @throws LogFault when its type or version is not known
   */
  logged(): Logged | undefined;
}

/** Whole streams, by name, for those that a batch corrects: a correction reaches back before the batch. */
export type Histories = ReadonlyMap<string, readonly StoredEvent[]>;

/** Some events of the log, in its order. */
export interface Batch {
  readonly entries: readonly Entry[];
  readonly histories: Histories;
}

/** A projection at work on one file. */
export interface Applier {
  /**
   * Takes in what concerns it, in log order. The caller holds the transaction.
   * @returns what has changed
   * @throws anything: the projection then stops before the event, alone
   */
  apply(batch: Batch): readonly Changed[];
  /** What was applied last was not committed: whatever is remembered of it is to be forgotten. */
  forget(): void;
}

/** How the lifecycles' events are read. */
export type Format = Pick<Lifecycle, 'name' | 'events'>;

/**
 * A reading of the log: tables of its own, filled from the first event on and kept in step. It can be thrown away and built
 * anew at any time. Views of dossiers are one kind of it.
 */
export interface Projection {
  /** Lower camel case, distinct among all. */
  readonly name: string;
  /** Raise it when the same events are to give other rows in the same tables: the file is then built anew beside the old one. */
  readonly version: number;
  /** The file it stands in, with others that one query may join; `views` unless said. Another file is filled and fails by itself. */
  readonly file?: string;
  /** The only kind of stream it takes in; every event of the log unless said. */
  readonly of?: string;
  /** Its tables by name, as CREATE statements. */
  readonly tables: Readonly<Record<string, string>>;
  /** CREATE INDEX statements; a file that is being filled gets them at the end, which is faster. */
  readonly indexes: readonly string[];
  /** Begins to work on a file in which its tables stand. */
  over(db: Database, logId: string): Applier;
}
