import type { Viewer } from '#identity';
import type { Position, Questions } from '#kernel';
import type {
  BuildProgress,
  Projection,
  Projections,
  ProjectionsOptions,
  ProjectionStatus,
  SqlParams,
  SqlRow,
} from '#projections';
import type { Change } from './change.js';
import type { Deadline, DeadlineQuery } from './deadlines.js';
import type { AnswerSql, EntityView } from './entity-view.js';
import type { Filter } from './finding.js';
import type { ListQuery, Page, Total } from './page.js';
import type { Row } from './rows.js';

/** What views are opened with. */
export interface ViewsOptions extends Omit<ProjectionsOptions, 'projections' | 'formats'> {
  readonly views: readonly EntityView[];
  /** Projections of other kinds, kept beside the views. */
  readonly others?: readonly Projection[];
  /** How questions are answered that are about several views at once, and so are no view's own. */
  readonly answers?: readonly AnswerSql[];
  /** How events are read; those of the views' lifecycles unless said. */
  readonly formats?: ProjectionsOptions['formats'];
}

/** The views of the log: one table of instances for each lifecycle, kept in step with it. */
export interface Views extends Questions {
  /** Fulfilled once everything is built and has taken in what the log held at the opening. Rejects when a first build fails. */
  readonly ready: Promise<void>;
  /** What the views stand in, with projections of other kinds. */
  readonly projections: Projections;
  /** True once the views are filled; until then they answer no query. */
  isBuilt(): boolean;
  /** The last event that every running view has taken in. */
  position(): Position;
  /** True once every running view has reached the position; false when the time is over first. */
  waitFor(position: Position, timeoutMs: number): Promise<boolean>;
  /** One instance, when the viewer may read it. @throws ProjectionStopped, ProjectionsNotBuilt */
  get(name: string, id: string, viewer: Viewer): Row | undefined;
  /** Several instances by id in one look, as far as the viewer may read them. @throws ProjectionStopped, ProjectionsNotBuilt */
  getMany(name: string, ids: readonly string[], viewer: Viewer): ReadonlyMap<string, Row>;
  /** Part of a list of what the viewer may read. @throws ProjectionStopped, ProjectionsNotBuilt, InvalidCursor */
  list(name: string, query: ListQuery): Page;
  /** How many the viewer may read, counted up to 10,000. @throws ProjectionStopped, ProjectionsNotBuilt */
  count(name: string, query: Filter): Total;
  /**
   * The deadlines that stand in all dossiers, the earliest first; what has none is not among them.
   * @throws ProjectionStopped when any view has stopped; ProjectionsNotBuilt; RangeError when more than 1,000 are asked for at once
   */
  deadlines(query: DeadlineQuery): readonly Deadline[];
  /** A query over any tables; nothing is hidden from it but what the query itself leaves out. @throws ProjectionStopped, ProjectionsNotBuilt */
  query(sql: string, params?: SqlParams): readonly SqlRow[];
  /** Tells of every commit that changed rows. Returns how to end it. */
  onChange(listener: (changes: readonly Change[]) => void): () => void;
  status(): readonly ProjectionStatus[];
  /** Takes up what has stopped, after a fix; resolves when it is in step or has stopped again. */
  retry(): Promise<void>;
  /** Builds everything anew from the log beside what is in use, and swaps. Readers notice nothing. */
  rebuild(progress?: (progress: BuildProgress) => void): Promise<void>;
  close(): Promise<void>;
}
