import type { Viewer } from '#identity';
import type { Answer, EventStore, Json, Position, Question, Sealed } from '#kernel';
import { Building, type BuildProgress } from './build.js';
import { Database, isCorruption, type SqlParams, type SqlRow } from './database.js';
import { ViewsBehind, ViewsFault } from './faults.js';
import type { ViewFiles } from './files.js';
import type { ViewLayout } from './layout.js';
import type { Filter, ListQuery, Page } from './page.js';
import { Projection } from './projection.js';
import { Reader } from './reader.js';
import type { Change } from './row-writer.js';
import type { Row } from './rows.js';
import { Runner, type Log } from './runner.js';
import type { Views, ViewStatus } from './views.js';
import { Waiting } from './waiting.js';

/** How long a question waits for the views to reach the head of the log. */
const ASK_TIMEOUT_MS = 10_000;

/** What the live views stand on. */
export interface LiveParts {
  readonly files: ViewFiles;
  readonly layouts: readonly ViewLayout[];
  readonly store: EventStore;
  readonly logId: string;
  readonly log: Log;
}

/** One views file in use: what it holds, who reads it, who keeps it in step. */
interface Current {
  readonly projection: Projection;
  readonly reader: Reader;
  readonly runner: Runner;
}

/** The views in use. A rebuild exchanges the file beneath them in one synchronous step. */
export class LiveViews implements Views {
  #current: Current;
  readonly #waiting = new Waiting();
  readonly #listeners = new Set<(changes: readonly Change[]) => void>();
  #rebuilding: Promise<void> | undefined;
  #closed = false;

  constructor(
    private readonly parts: LiveParts,
    projection: Projection,
  ) {
    this.#current = this.#use(projection);
  }

  /** Begins to follow the log; a view that had stopped is tried again first. */
  async start(): Promise<void> {
    this.#current.runner.start();
    await this.retry();
  }

  position(): Position {
    const positions = this.status().flatMap(({ position, failure }) => (failure ? [] : [position]));
    return positions.reduce(
      (least, position) => (position < least ? position : least),
      positions[0] ?? this.#current.runner.cursor,
    );
  }

  waitFor(position: Position, timeoutMs: number): Promise<boolean> {
    return this.#waiting.until(() => this.position() >= position, timeoutMs);
  }

  get(name: string, id: string, viewer: Viewer): Row | undefined {
    return this.#read((reader) => reader.get(name, id, viewer));
  }

  getMany(name: string, ids: readonly string[], viewer: Viewer): ReadonlyMap<string, Row> {
    return this.#read((reader) => reader.getMany(name, ids, viewer));
  }

  list(name: string, query: ListQuery): Page {
    return this.#read((reader) => reader.list(name, query));
  }

  count(name: string, query: Filter): number {
    return this.#read((reader) => reader.count(name, query));
  }

  query(sql: string, params: SqlParams = {}): readonly SqlRow[] {
    return this.#read((reader) => reader.query(sql, params));
  }

  async ask(question: Question, params: Readonly<Record<string, Json>>): Promise<Answer> {
    const sql = this.#read((reader) => reader.sqlFor(question));
    await this.#inStep(this.#read((reader) => reader.viewsRead(sql)));
    return this.#read((reader) => reader.answer(question, sql, params));
  }

  async find(persons: readonly string[]): Promise<ReadonlyMap<string, Sealed>> {
    await this.#inStep(this.#current.projection.views);
    return this.#read((reader) => reader.persons(persons));
  }

  /** Waits until these views have taken in what the log holds now. */
  async #inStep(views: readonly string[]): Promise<void> {
    const head = await this.parts.store.head();
    const reached = await this.#waiting.until(() => this.#haveReached(views, head), ASK_TIMEOUT_MS);
    if (!reached) throw new ViewsBehind(views, head);
  }

  onChange(listener: (changes: readonly Change[]) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  status(): readonly ViewStatus[] {
    const { projection } = this.#current;
    return projection.views.map((view) => ({ view, ...projection.progressOf(view) }));
  }

  retry(): Promise<void> {
    return this.#current.runner.catchUp();
  }

  async rebuild(progress: (at: BuildProgress) => void = () => undefined): Promise<void> {
    this.#rebuilding ??= this.#buildAndSwap(progress).finally(() => (this.#rebuilding = undefined));
    await this.#rebuilding;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#waiting.end();
    await this.#rebuilding?.catch(() => undefined);
    await this.#current.runner.stop();
    this.#current.projection.db.close();
  }

  async #buildAndSwap(progress: (at: BuildProgress) => void): Promise<void> {
    const { files, layouts, store, logId } = this.parts;
    const building = Building.begin(files, layouts, logId);
    const old = this.#current;
    const step = (at: BuildProgress): void => {
      if (this.#closed)
        throw new ViewsFault('Đã đóng trong khi dựng lại. The views were closed while they were being rebuilt.');
      progress(at);
    };
    try {
      await building.fill(store, await store.head(), step);
      building.index();
      await old.runner.stop();
      await building.fill(store, old.runner.cursor, step);
      if (this.#closed)
        throw new ViewsFault('Đã đóng trong khi dựng lại. The views were closed while they were being rebuilt.');
    } catch (error) {
      building.abandon();
      await old.runner.stop();
      if (!this.#closed) this.#resumeWith(old.projection);
      throw error;
    }
    old.projection.db.close();
    building.takeOver();
    this.#resumeWith(new Projection(new Database(files.live, 'live'), layouts, logId));
  }

  #resumeWith(projection: Projection): void {
    this.#current = this.#use(projection);
    this.#current.runner.start();
    this.#waiting.check();
  }

  #use(projection: Projection): Current {
    const { store, layouts, log } = this.parts;
    const runner = new Runner(projection, store, {
      log,
      onCommit: (changes) => this.#tell(changes),
      onTrouble: (error) => this.#rebuildIfCorrupt(error),
    });
    return { projection, reader: new Reader(projection, layouts), runner };
  }

  #tell(changes: readonly Change[]): void {
    this.#waiting.check();
    if (changes.length === 0) return;
    for (const listener of [...this.#listeners]) {
      try {
        listener(changes);
      } catch (error) {
        this.parts.log(`A listener to the views failed: ${String(error)}`);
      }
    }
  }

  /** A view that has stopped counts as reached: the query then says that it has stopped, instead of waiting in vain. */
  #haveReached(views: readonly string[], position: Position): boolean {
    const { projection } = this.#current;
    return views.every((view) => {
      const progress = projection.progressOf(view);
      return progress.failure !== undefined || progress.position >= position;
    });
  }

  #read<T>(read: (reader: Reader) => T): T {
    try {
      return read(this.#current.reader);
    } catch (error) {
      this.#rebuildIfCorrupt(error);
      throw error;
    }
  }

  #rebuildIfCorrupt(error: unknown): void {
    if (!isCorruption(error) || this.#rebuilding || this.#closed) return;
    this.parts.log(`The views file ${this.parts.files.live} is corrupt and is built anew: ${String(error)}`);
    this.rebuild().catch((failure: unknown) => this.parts.log(`The views could not be built anew: ${String(failure)}`));
  }
}
