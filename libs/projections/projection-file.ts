import type { StoredEvent } from '#kernel';
import { isDatabaseTrouble, type Database } from './database.js';
import { readProgress, writeProgress, type Progress } from './progress.js';
import type { Applier, Batch, Changed, Entry, Projection } from './projection.js';

/** What one batch did to one projection. */
interface Step {
  readonly progress: Progress;
  readonly changes: readonly Changed[];
}

/** One file: the tables of its projections and how far each has come. */
export class ProjectionFile {
  readonly #appliers: ReadonlyMap<string, Applier>;
  readonly #kinds: ReadonlyMap<string, string | undefined>;
  #progress: ReadonlyMap<string, Progress>;

  constructor(
    readonly db: Database,
    projections: readonly Projection[],
    logId: string,
  ) {
    this.#appliers = new Map(projections.map((it) => [it.name, it.over(db, logId)]));
    this.#kinds = new Map(projections.map((it) => [it.name, it.of]));
    this.#progress = readProgress(db);
    const missing = this.names.find((name) => !this.#progress.has(name));
    if (missing !== undefined) throw new Error(`${db.file} does not say how far the projection ${missing} has come`);
  }

  get names(): readonly string[] {
    return [...this.#appliers.keys()];
  }

  /** How far a projection has come, as committed. */
  progressOf(name: string): Progress {
    const progress = this.#progress.get(name);
    if (!progress) throw new Error(`There is no projection ${name}`);
    return progress;
  }

  /**
   * Applies a batch of the log to some projections: rows and progress in one transaction. A projection whose event cannot be
   * applied keeps what came before it and stops; the others go on.
   * @param batch in log order; what a projection has taken in already is passed over
   * @returns what changed, once it is committed
   * @throws Error when the database fails; then nothing has changed
   */
  apply(batch: Batch, names: readonly string[]): readonly Changed[] {
    const end = batch.entries.at(-1)?.stored;
    if (!end || names.length === 0) return [];
    try {
      const kinds = groupByKind(batch.entries);
      const steps = this.db.transaction(() =>
        names.map((name) => [name, this.#advance(name, this.#concerning(name, batch, kinds), end)] as const),
      );
      this.#progress = new Map([...this.#progress, ...steps.map(([name, step]) => [name, step.progress] as const)]);
      return steps.flatMap(([, step]) => step.changes);
    } catch (error) {
      for (const applier of this.#appliers.values()) applier.forget();
      throw error;
    }
  }

  #concerning(name: string, batch: Batch, kinds: ReadonlyMap<string, readonly Entry[]>): Batch {
    const { position } = this.progressOf(name);
    const kind = this.#kinds.get(name);
    const entries = kind === undefined ? batch.entries : (kinds.get(kind) ?? []);
    return { ...batch, entries: entries.filter(({ stored }) => stored.position > position) };
  }

  #advance(name: string, batch: Batch, end: StoredEvent): Step {
    const before = this.progressOf(name);
    const step = this.#together(name, batch, end.position > before.position ? reached(end) : goingOn(before));
    writeProgress(this.db, name, step.progress);
    return step;
  }

  #together(name: string, batch: Batch, end: Progress): Step {
    if (batch.entries.length === 0) return { progress: end, changes: [] };
    try {
      return { progress: end, changes: this.#apply(name, batch) };
    } catch (error) {
      if (isDatabaseTrouble(error)) throw error;
      return this.#oneByOne(name, batch, end);
    }
  }

  /** Finds the event that cannot be applied, and keeps all before it. */
  #oneByOne(name: string, batch: Batch, end: Progress): Step {
    let kept = goingOn(this.progressOf(name));
    const changes: Changed[] = [];
    for (const entry of batch.entries) {
      try {
        changes.push(...this.#apply(name, { ...batch, entries: [entry] }));
        kept = reached(entry.stored);
      } catch (error) {
        if (isDatabaseTrouble(error)) throw error;
        return { progress: { ...kept, failure: failureAt(entry, error) }, changes };
      }
    }
    return { progress: end, changes };
  }

  #apply(name: string, batch: Batch): readonly Changed[] {
    return this.db.savepoint(() => this.#appliers.get(name)?.apply(batch) ?? []);
  }
}

const reached = ({ position, eventId, stream, revision }: StoredEvent): Progress => ({
  position,
  last: { eventId, stream, revision },
});

/** The same place, without whatever stopped the projection there. */
const goingOn = ({ position, last }: Progress): Progress => ({ position, ...(last && { last }) });

const failureAt = ({ stored: { position, eventId } }: Entry, error: unknown): Required<Progress>['failure'] => ({
  position,
  eventId,
  error: error instanceof Error ? error.message : String(error),
});

function groupByKind(entries: readonly Entry[]): ReadonlyMap<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.kind);
    if (group) group.push(entry);
    else groups.set(entry.kind, [entry]);
  }
  return groups;
}
