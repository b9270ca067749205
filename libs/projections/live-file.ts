import { START, type EventStore, type Position } from '#kernel';
import { Building, type FileParts } from './build.js';
import { Database, isCorruption } from './database.js';
import { ProjectionsBehind, ProjectionsFault, ProjectionsNotBuilt, type BuildProgress } from './faults.js';
import { Listeners } from './listeners.js';
import { discardOlder, openExisting } from './open-existing.js';
import { ProjectionFile } from './projection-file.js';
import type { Changed } from './projection.js';
import { Runner, type Log } from './runner.js';
import { haveReached, positionIn, statusOf, type ProjectionStatus } from './standing.js';
import { Waiting } from './waiting.js';

/** How long a question waits for projections to reach the head of the log. */
const ASK_TIMEOUT_MS = 10_000;

/** What a file in use stands on. */
export interface LiveParts extends FileParts {
  readonly log: EventStore;
  readonly say: Log;
}

/** A file in use, and who keeps it in step. */
interface Current {
  readonly file: ProjectionFile;
  readonly runner: Runner;
}

/** One file of projections: opened or filled, followed, exchanged beneath its readers by a rebuild in one synchronous step. */
export class LiveFile {
  #current: Current | undefined;
  #built: BuildProgress;
  readonly #waiting = new Waiting(() => this.#current?.runner.isStuck ?? false);
  readonly #listeners: Listeners;
  #rebuilding: Promise<void> | undefined;
  #closed = false;

  constructor(private readonly parts: LiveParts) {
    this.#built = { file: parts.files.name, done: 0, position: START };
    this.#listeners = new Listeners(parts.say);
  }

  /**
   * Opens the file, or begins to fill one.
   * @returns how to wait until everything that the log holds now has been taken in
   * @throws ProjectionsFault when another process uses the file; StoreFault when the log cannot be read
   */
  async open(told: (at: BuildProgress) => void): Promise<{ readonly ready: Promise<void> }> {
    const head = await this.parts.log.head();
    const existing = await openExisting(this.parts);
    if (existing) return { ready: this.#follow(existing).then(() => this.#until(head)) };
    const building = Building.begin(this.parts);
    return { ready: this.#fillFirst(building, head, told) };
  }

  get names(): readonly string[] {
    return this.parts.projections.map(({ name }) => name);
  }

  /** True once it is filled. */
  get isBuilt(): boolean {
    return this.#current !== undefined;
  }

  /** The last event that every running projection has taken in. */
  position(): Position {
    return this.#current ? positionIn(this.#current.file, this.#current.runner.cursor) : START;
  }

  /** True once every running projection has reached the position; false when the time is over first. */
  waitFor(position: Position, timeoutMs: number): Promise<boolean> {
    return this.#waiting.until(() => this.#current !== undefined && this.position() >= position, timeoutMs);
  }

  /**
   * Waits until these projections have taken in what the log holds now; one that has stopped counts: reading it says so.
   * @throws ProjectionsBehind, ProjectionsNotBuilt
   */
  async inStep(names: readonly string[]): Promise<void> {
    if (!this.#current) throw new ProjectionsNotBuilt(this.#built);
    const head = await this.parts.log.head();
    const reached = await this.#waiting.until(() => this.#haveReached(names, head), ASK_TIMEOUT_MS);
    if (!reached) throw new ProjectionsBehind(names, head);
  }

  /** Reads the file as it is now. @throws ProjectionsNotBuilt, ProjectionStopped, whatever the reader throws */
  read<T>(read: (file: ProjectionFile) => T): T {
    if (!this.#current) throw new ProjectionsNotBuilt(this.#built);
    try {
      return read(this.#current.file);
    } catch (error) {
      this.#rebuildIfCorrupt(error);
      throw error;
    }
  }

  /** Tells of every commit that changed something. Returns how to end it. */
  onChange(listener: (changes: readonly Changed[]) => void): () => void {
    return this.#listeners.add(listener);
  }

  status(): readonly ProjectionStatus[] {
    if (this.#current) return statusOf(this.#current.file);
    return this.names.map((name) => ({ name, position: this.#built.position, building: this.#built }));
  }

  /** Takes up the projections that have stopped, after a fix; resolves when they are in step or have stopped again. */
  async retry(): Promise<void> {
    await this.#current?.runner.catchUp();
  }

  /** Builds the file anew from the log beside the one in use, and swaps. Readers notice nothing. */
  async rebuild(told: (at: BuildProgress) => void = () => undefined): Promise<void> {
    if (!this.#current) throw new ProjectionsNotBuilt(this.#built);
    this.#rebuilding ??= this.#buildAndSwap(this.#current, told).finally(() => (this.#rebuilding = undefined));
    await this.#rebuilding;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#waiting.end();
    await this.#rebuilding?.catch(() => undefined);
    await this.#current?.runner.stop();
    this.#current?.file.db.close();
  }

  async #fillFirst(building: Building, head: Position, told: (at: BuildProgress) => void): Promise<void> {
    const filling = this.#fill(building, head, told);
    this.#rebuilding = filling;
    try {
      await filling;
    } finally {
      this.#rebuilding = undefined;
    }
    building.takeOver();
    discardOlder(this.parts);
    await this.#follow(this.#openLive());
    await this.#until(head);
  }

  async #fill(building: Building, head: Position, told: (at: BuildProgress) => void): Promise<void> {
    try {
      await building.fill(head, (at) => this.#step(at, told));
      building.index();
      this.#assertOpen();
    } catch (error) {
      building.abandon();
      throw error;
    }
  }

  #step(at: BuildProgress, told: (at: BuildProgress) => void): void {
    this.#assertOpen();
    if (!this.#current) this.#built = at;
    told(at);
  }

  #assertOpen(): void {
    if (this.#closed) throw closedTooSoon();
  }

  async #buildAndSwap(old: Current, told: (at: BuildProgress) => void): Promise<void> {
    const building = Building.begin(this.parts);
    const step = (at: BuildProgress): void => this.#step(at, told);
    try {
      await building.fill(await this.parts.log.head(), step);
      building.index();
      await old.runner.stop();
      await building.fill(old.runner.cursor, step);
      this.#assertOpen();
    } catch (error) {
      building.abandon();
      await old.runner.stop();
      if (!this.#closed) this.#use(old.file);
      throw error;
    }
    old.file.db.close();
    building.takeOver();
    this.#use(this.#openLive());
    this.#waiting.check();
  }

  #openLive(): ProjectionFile {
    const { files, projections, reading } = this.parts;
    return new ProjectionFile(new Database(files.live, 'live'), projections, reading.logId);
  }

  /** Begins to follow the log; a projection that had stopped is tried again first. */
  async #follow(file: ProjectionFile): Promise<void> {
    this.#use(file);
    this.#waiting.check();
    await this.retry();
  }

  #use(file: ProjectionFile): void {
    const { log, reading, say } = this.parts;
    const runner = new Runner(file, log, reading, {
      log: say,
      onCommit: (changes) => this.#committed(changes),
      onTrouble: (error) => this.#troubled(error),
    });
    this.#current = { file, runner };
    runner.start();
  }

  #committed(changes: readonly Changed[]): void {
    this.#waiting.check();
    this.#listeners.tell(changes);
  }

  #troubled(error: Error): void {
    this.#waiting.check();
    this.#rebuildIfCorrupt(error);
  }

  /** However long it takes: a file that does not follow is not ready. @throws ProjectionsFault when it is closed first */
  async #until(head: Position): Promise<void> {
    const there = (): boolean => this.#haveReached(this.names, head);
    if (!(await this.#waiting.until(there, Number.POSITIVE_INFINITY))) throw closedTooSoon();
  }

  #haveReached(names: readonly string[], position: Position): boolean {
    return this.#current !== undefined && haveReached(this.#current.file, names, position);
  }

  #rebuildIfCorrupt(error: unknown): void {
    if (!isCorruption(error) || this.#rebuilding || this.#closed) return;
    this.parts.say(`The file ${this.parts.files.live} is corrupt and is built anew: ${String(error)}`);
    this.rebuild().catch((failure: unknown) => this.parts.say(`The file could not be built anew: ${String(failure)}`));
  }
}

const closedTooSoon = (): ProjectionsFault =>
  new ProjectionsFault('Đã đóng trong khi đang dựng. The projections were closed while they were being built.');
