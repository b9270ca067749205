import { parseStream, type Position, type StoredEvent } from '#kernel';
import { isDatabaseTrouble, type Database } from './database.js';
import type { Histories } from './instance.js';
import type { ViewLayout } from './layout.js';
import { readProgress, writeProgress, type ViewProgress } from './progress.js';
import { Projector } from './projector.js';
import type { Change } from './row-writer.js';

/** What one batch did to one view. */
interface Step {
  readonly progress: ViewProgress;
  readonly changes: readonly Change[];
}

/** One views file: the tables of every view and how far each has come. */
export class Projection {
  readonly #projectors: ReadonlyMap<string, Projector>;
  #progress: ReadonlyMap<string, ViewProgress>;

  constructor(
    readonly db: Database,
    layouts: readonly ViewLayout[],
    log: string,
  ) {
    this.#projectors = new Map(layouts.map((layout) => [layout.name, new Projector(layout, db, log)]));
    this.#progress = readProgress(db);
    const missing = [...this.#projectors.keys()].find((view) => !this.#progress.has(view));
    if (missing !== undefined) throw new Error(`${db.file} does not say how far the view ${missing} has come`);
  }

  get views(): readonly string[] {
    return [...this.#projectors.keys()];
  }

  /** How far a view has come, as committed. */
  progressOf(view: string): ViewProgress {
    const progress = this.#progress.get(view);
    if (!progress) throw new Error(`There is no view ${view}`);
    return progress;
  }

  /**
   * Applies a batch of the log to some views: rows and progress in one transaction. A view whose event cannot be applied
   * keeps what came before it and stops; the others go on.
   * @param events in log order; those that a view has taken in already are passed over
   * @returns what changed, once it is committed
   * @throws Error when the database fails; then nothing has changed
   */
  apply(events: readonly StoredEvent[], views: readonly string[], histories: Histories = new Map()): readonly Change[] {
    const last = events.at(-1);
    if (!last || views.length === 0) return [];
    try {
      const own = groupByView(events);
      const steps = this.db.transaction(() =>
        views.map((view) => [view, this.#advance(view, own.get(view) ?? [], last, histories)] as const),
      );
      this.#progress = new Map([...this.#progress, ...steps.map(([view, step]) => [view, step.progress] as const)]);
      return steps.flatMap(([, step]) => step.changes);
    } catch (error) {
      for (const projector of this.#projectors.values()) projector.forget();
      throw error;
    }
  }

  #advance(view: string, own: readonly StoredEvent[], end: StoredEvent, histories: Histories): Step {
    const before = this.progressOf(view);
    const { position } = before;
    const events = own.filter((event) => event.position > position);
    const last = end.position > position ? end : { position, eventId: before.eventId };
    const step = this.#together(view, events, last, histories);
    writeProgress(this.db, view, step.progress);
    return step;
  }

  #together(view: string, events: readonly StoredEvent[], last: Reached, histories: Histories): Step {
    if (events.length === 0) return { progress: reached(last), changes: [] };
    try {
      return { progress: reached(last), changes: this.#project(view, events, histories) };
    } catch (error) {
      if (isDatabaseTrouble(error)) throw error;
      return this.#oneByOne(view, events, last, histories);
    }
  }

  /** Finds the event that cannot be applied, and keeps all before it. */
  #oneByOne(view: string, events: readonly StoredEvent[], last: Reached, histories: Histories): Step {
    let kept: Reached = this.progressOf(view);
    const changes: Change[] = [];
    for (const event of events) {
      try {
        changes.push(...this.#project(view, [event], histories));
        kept = event;
      } catch (error) {
        if (isDatabaseTrouble(error)) throw error;
        const message = error instanceof Error ? error.message : String(error);
        return {
          progress: { ...reached(kept), failure: { position: event.position, eventId: event.eventId, error: message } },
          changes,
        };
      }
    }
    return { progress: reached(last), changes };
  }

  #project(view: string, events: readonly StoredEvent[], histories: Histories): readonly Change[] {
    return this.db.savepoint(() => this.#projectors.get(view)?.apply(events, histories) ?? []);
  }
}

/** The end of what a view has taken in. */
interface Reached {
  readonly position: Position;
  readonly eventId?: string | undefined;
}

const reached = ({ position, eventId }: Reached): ViewProgress => ({
  position,
  ...(eventId !== undefined && { eventId }),
});

function groupByView(events: readonly StoredEvent[]): ReadonlyMap<string, StoredEvent[]> {
  const groups = new Map<string, StoredEvent[]>();
  for (const event of events) {
    const { name } = parseStream(event.stream);
    const group = groups.get(name);
    if (group) group.push(event);
    else groups.set(name, [event]);
  }
  return groups;
}
