import type { EventStore, Position } from '#kernel';
import type { BuildProgress } from './faults.js';
import { ProjectionFiles } from './files.js';
import { fingerprintOf } from './fingerprint.js';
import { LiveFile } from './live-file.js';
import type { ProjectionStatus } from './standing.js';
import type { Changed, Format, Projection } from './projection.js';
import type { ProjectionFile } from './projection-file.js';
import type { Log } from './runner.js';

/** The file that projections share unless they ask for one of their own. */
export const SHARED_FILE = 'views';

/** What projections are opened with. */
export interface ProjectionsOptions {
  /** Where the files stand; made when it is absent. Everything in it can be deleted at any time. */
  readonly folder: string;
  readonly projections: readonly Projection[];
  /** How the events of each kind of stream are read. */
  readonly formats: readonly Format[];
  readonly store: EventStore;
  /** The log's id: a file of another log is not used. */
  readonly logId: string;
  /** Told when a projection stops, a file is discarded, the log cannot be followed. */
  readonly log?: Log;
  /** Told how far a first build has come, when one is needed. */
  readonly onProgress?: (progress: BuildProgress) => void;
}

/** Projections of one log, in as many files as they ask for, each kept in step by itself. */
export class Projections {
  private constructor(
    private readonly files: readonly LiveFile[],
    /**
     * Fulfilled once every file is built and has taken in what the log held at the opening.
     * Rejects when a first build fails; reading goes on to say that it is not built.
     */
    readonly ready: Promise<void>,
  ) {}

  /**
   * Opens the files, and begins to fill those that are missing, do not fit or are for another version.
   * @returns at once: what is not built yet says so to whoever reads it
   * @throws ProjectionsFault when another process uses a file; StoreFault when the log cannot be read
   */
  static async open(options: ProjectionsOptions): Promise<Projections> {
    const { onProgress = () => undefined } = options;
    const files = liveFiles(options);
    const opened: LiveFile[] = [];
    try {
      const waits: Promise<void>[] = [];
      for (const file of files) {
        waits.push((await file.open(onProgress)).ready);
        opened.push(file);
      }
      const ready = Promise.all(waits).then(() => undefined);
      ready.catch(() => undefined);
      return new Projections(files, ready);
    } catch (error) {
      for (const file of opened) await file.close();
      throw error;
    }
  }

  /** Reads the file in which a projection stands. @throws ProjectionsNotBuilt, ProjectionStopped */
  read<T>(projection: string, read: (file: ProjectionFile) => T): T {
    return this.#with(projection).read(read);
  }

  /** The last event that every running projection in the file of this one has taken in. */
  position(projection: string): Position {
    return this.#with(projection).position();
  }

  /** True once every running projection in the file of this one has reached the position; false when the time is over first. */
  waitFor(projection: string, position: Position, timeoutMs: number): Promise<boolean> {
    return this.#with(projection).waitFor(position, timeoutMs);
  }

  /** True once the file of this projection is filled. */
  isBuilt(projection: string): boolean {
    return this.#with(projection).isBuilt;
  }

  /** Waits until these projections have taken in what the log holds now. @throws ProjectionsBehind, ProjectionsNotBuilt */
  async inStep(projections: readonly string[]): Promise<void> {
    const files = new Set(projections.map((name) => this.#with(name)));
    await Promise.all([...files].map((file) => file.inStep(projections.filter((name) => file.names.includes(name)))));
  }

  /** Tells of every commit that changed something. Returns how to end it. */
  onChange(listener: (changes: readonly Changed[]) => void): () => void {
    const ends = this.files.map((file) => file.onChange(listener));
    return () => ends.forEach((end) => end());
  }

  status(): readonly ProjectionStatus[] {
    return this.files.flatMap((file) => file.status());
  }

  /** Takes up what has stopped, after a fix; resolves when it is in step or has stopped again. */
  async retry(): Promise<void> {
    await Promise.all(this.files.map((file) => file.retry()));
  }

  /** Builds everything anew from the log beside what is in use, and swaps. Readers notice nothing. */
  async rebuild(told?: (at: BuildProgress) => void): Promise<void> {
    for (const file of this.files) await file.rebuild(told);
  }

  async close(): Promise<void> {
    await Promise.all(this.files.map((file) => file.close()));
  }

  #with(projection: string): LiveFile {
    const file = this.files.find(({ names }) => names.includes(projection));
    if (!file) throw new Error(`There is no projection ${projection}`);
    return file;
  }
}

/** The files that projections ask for, each with its own. */
export function filesFor(
  folder: string,
  projections: readonly Projection[],
): readonly { readonly files: ProjectionFiles; readonly projections: readonly Projection[] }[] {
  const groups = Map.groupBy(projections, ({ file = SHARED_FILE }) => file);
  return [...groups].map(([name, own]) => ({
    files: new ProjectionFiles(folder, name, fingerprintOf(own)),
    projections: own,
  }));
}

function liveFiles(options: ProjectionsOptions): readonly LiveFile[] {
  const { folder, projections, formats, store, logId, log = () => undefined } = options;
  const reading = { logId, formats: new Map(formats.map((each) => [each.name, each])) };
  return filesFor(folder, projections).map((group) => new LiveFile({ ...group, log: store, reading, say: log }));
}
