import type { Viewer } from '#identity';
import type { EventStore, PersonRegister, Position, Questions } from '#kernel';
import type { BuildProgress } from './build.js';
import type { SqlParams, SqlRow } from './database.js';
import type { EntityView } from './entity-view.js';
import type { ViewFailure } from './faults.js';
import type { Filter, ListQuery, Page } from './page.js';
import type { Change } from './row-writer.js';
import type { Row } from './rows.js';
import type { Log } from './runner.js';

/** What views are opened with. */
export interface ViewsOptions {
  /** Where the views files stand; made when it is absent. Everything in it can be deleted at any time. */
  readonly folder: string;
  readonly views: readonly EntityView[];
  readonly store: EventStore;
  /** The log's id: a views file of another log is not used. */
  readonly logId: string;
  /** Told when a view stops, a file is discarded, the log cannot be followed. */
  readonly log?: Log;
  /** Told how far the first build has come, when one is needed. */
  readonly onProgress?: (progress: BuildProgress) => void;
}

/** Where a view stands. */
export interface ViewStatus {
  readonly view: string;
  readonly position: Position;
  /** The id of the event there; absent before the first. */
  readonly eventId?: string;
  readonly failure?: ViewFailure;
}

/** The views of the log: one table of instances for each lifecycle, kept in step with it. */
export interface Views extends Questions, PersonRegister {
  /** The last event that every running view has taken in. */
  position(): Position;
  /** True once every running view has reached the position; false when the time is over first. */
  waitFor(position: Position, timeoutMs: number): Promise<boolean>;
  /** One instance, when the viewer may read it. @throws ViewStopped */
  get(name: string, id: string, viewer: Viewer): Row | undefined;
  /** Several instances by id in one look, as far as the viewer may read them. @throws ViewStopped */
  getMany(name: string, ids: readonly string[], viewer: Viewer): ReadonlyMap<string, Row>;
  /** Part of a list of what the viewer may read. @throws ViewStopped, InvalidCursor */
  list(name: string, query: ListQuery): Page;
  /** How many the viewer may read. @throws ViewStopped */
  count(name: string, query: Filter): number;
  /** A query over any tables; nothing is hidden from it but what the query itself leaves out. @throws ViewStopped */
  query(sql: string, params?: SqlParams): readonly SqlRow[];
  /** Tells of every commit that changed rows. Returns how to end it. */
  onChange(listener: (changes: readonly Change[]) => void): () => void;
  status(): readonly ViewStatus[];
  /** Takes up the views that have stopped, after a fix; resolves when they are in step or have stopped again. */
  retry(): Promise<void>;
  /** Builds everything anew from the log beside what is in use, and swaps. Readers notice nothing. */
  rebuild(progress?: (progress: BuildProgress) => void): Promise<void>;
  close(): Promise<void>;
}
