import { setImmediate as nextTurn } from 'node:timers/promises';
import { START, type Position } from '#kernel';
import { Database } from './database.js';
import { batchOf, type LogReader, type Reading } from './entries.js';
import { ProjectionsFault, type BuildProgress } from './faults.js';
import type { ProjectionFiles } from './files.js';
import { FILE_TABLES, initProgress } from './progress.js';
import { ProjectionFile } from './projection-file.js';
import type { Projection } from './projection.js';

const BATCH = 1_000;

/** What a file is built of. */
export interface FileParts {
  readonly files: ProjectionFiles;
  readonly projections: readonly Projection[];
  readonly log: LogReader;
  readonly reading: Reading;
}

/** A file that is being filled from the start of the log, beside whatever is in use. */
export class Building {
  #cursor: Position = START;
  #done = 0;

  private constructor(
    private readonly parts: FileParts,
    private readonly target: ProjectionFile,
  ) {}

  /**
   * Starts with an empty file.
   * @throws ProjectionsFault when another process is filling it
   */
  static begin(parts: FileParts): Building {
    const { files, projections, reading } = parts;
    for (const file of files.unfinished()) discardUnused(files, file);
    const db = new Database(files.toBuild(), 'filling');
    for (const sql of FILE_TABLES) db.exec(sql);
    for (const sql of projections.flatMap(({ tables }) => Object.values(tables))) db.exec(sql);
    initProgress(
      db,
      reading.logId,
      projections.map(({ name }) => name),
    );
    return new Building(parts, new ProjectionFile(db, projections, reading.logId));
  }

  /** How far it has come. */
  get progress(): BuildProgress {
    return { file: this.parts.files.name, done: this.#done, position: this.#cursor };
  }

  /**
   * Takes in the log as far as a position; what comes later is followed once the file is in use.
   * @param until where to end, unless the log ends before
   * @param told told after each batch; what it throws ends the build
   */
  async fill(until: Position, told: (at: BuildProgress) => void): Promise<void> {
    const { log, reading } = this.parts;
    while (this.#cursor < until) {
      const events = await log.readAll(this.#cursor, BATCH);
      const last = events.at(-1);
      if (!last) return;
      const running = this.target.names.filter((name) => !this.target.progressOf(name).failure);
      this.target.apply(await batchOf(events, reading, log), running);
      this.#cursor = last.position;
      this.#done += events.length;
      told(this.progress);
      // Others on this thread have their turn between two batches.
      await nextTurn();
    }
  }

  /** Makes the indexes; what is filled afterwards keeps them. */
  index(): void {
    // Each by itself: what sorting one takes is given back before the next.
    for (const sql of this.parts.projections.flatMap((it) => it.indexes)) this.target.db.exec(sql);
  }

  /** Puts the file in the live one's place, which must be closed. Returns that place. */
  takeOver(): string {
    this.target.db.close();
    return this.parts.files.takeOver(this.target.db.file);
  }

  /** Gives the build up. */
  abandon(): void {
    this.target.db.close();
    this.parts.files.discard(this.target.db.file);
  }
}

/** Removes a file unless another process is at work on it. @throws ProjectionsFault when one is */
export function discardUnused(files: ProjectionFiles, file: string): void {
  try {
    new Database(file, 'filling').close();
  } catch (error) {
    if (error instanceof ProjectionsFault) throw error;
  }
  files.discard(file);
}
