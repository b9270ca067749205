import { setImmediate as nextTurn } from 'node:timers/promises';
import { START, type EventStore, type Position } from '#kernel';
import { Database } from './database.js';
import type { ViewFiles } from './files.js';
import type { ViewLayout } from './layout.js';
import { historiesFor } from './histories.js';
import { initProgress } from './progress.js';
import { Projection } from './projection.js';
import { indexesOf, tablesOf } from './schema.js';

/** How far a build has come. */
export interface BuildProgress {
  /** Events of the log that have been read. */
  readonly done: number;
  readonly position: Position;
}

const BATCH = 1_000;

/** A views file that is being filled from the start of the log, beside whatever is in use. */
export class Building {
  #cursor: Position = START;
  #done = 0;

  private constructor(
    private readonly files: ViewFiles,
    private readonly layouts: readonly ViewLayout[],
    private readonly projection: Projection,
  ) {}

  /** Starts with an empty file. */
  static begin(files: ViewFiles, layouts: readonly ViewLayout[], log: string): Building {
    files.discardUnfinished();
    const db = new Database(files.building, 'filling');
    for (const sql of tablesOf(layouts)) db.exec(sql);
    initProgress(
      db,
      layouts.map((layout) => layout.name),
    );
    db.prepare('INSERT INTO _belongs_to (log_id) VALUES (?)').run(log);
    return new Building(files, layouts, new Projection(db, layouts, log));
  }

  /**
   * Takes in the log as far as a position; what comes later is followed once the file is in use.
   * @param until where to end, unless the log ends before
   * @param progress told after each batch; what it throws ends the build
   */
  async fill(store: EventStore, until: Position, progress: (at: BuildProgress) => void): Promise<void> {
    while (this.#cursor < until) {
      const events = await store.readAll(this.#cursor, BATCH);
      const last = events.at(-1);
      if (!last) return;
      const running = this.projection.views.filter((view) => !this.projection.progressOf(view).failure);
      this.projection.apply(events, running, await historiesFor(events, store));
      this.#cursor = last.position;
      this.#done += events.length;
      progress({ done: this.#done, position: last.position });
      // Others on this thread have their turn between two batches.
      await nextTurn();
    }
  }

  /** Makes the indexes; what is filled afterwards keeps them. */
  index(): void {
    this.projection.db.transaction(() => {
      for (const sql of indexesOf(this.layouts)) this.projection.db.exec(sql);
    });
  }

  /** Puts the file in the live one's place, which must be closed. */
  takeOver(): void {
    this.projection.db.close();
    this.files.takeOver();
  }

  /** Gives the build up. */
  abandon(): void {
    this.projection.db.close();
    this.files.discard(this.files.building);
  }
}
