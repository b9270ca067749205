import { type Applier, type Batch, type Database, Recent } from '#projections';
import type { Change } from './change.js';
import { evolved, readInstance, type Instance } from './instance.js';
import type { ViewLayout } from './layout.js';
import { RowWriter } from './row-writer.js';

/** States kept in memory for each view, whatever the log's length; others are read back from their rows. */
const STATES_KEPT = 500;

/** Applies events to the tables of one view. */
export class Projector implements Applier {
  readonly #recent = new Recent<Instance>(STATES_KEPT);
  readonly #writer: RowWriter;

  constructor(
    private readonly layout: ViewLayout,
    private readonly db: Database,
    private readonly log: string,
  ) {
    this.#writer = new RowWriter(layout, db);
  }

  /**
   * Folds the view's own events and rewrites each instance once.
   * @throws whatever decoding, `evolve` or a column's function throws; then nothing is remembered
   */
  apply({ entries, histories }: Batch): readonly Change[] {
    const touched = new Map<string, Instance>();
    const befores = new Map<string, Instance | undefined>();
    for (const entry of entries) {
      const recorded = entry.logged();
      if (!recorded) throw new Error(`The formats of ${entry.kind} were not given`);
      const before = touched.get(entry.id) ?? this.#find(entry.id);
      if (!touched.has(entry.id)) befores.set(entry.id, before);
      touched.set(entry.id, evolved(this.log, this.layout.view, before, recorded, histories));
    }
    const instances = [...touched.values()];
    const changes = instances.flatMap((instance) => this.#writer.write(instance, befores.get(instance.id)));
    for (const instance of instances) this.#recent.set(instance.id, instance);
    return changes;
  }

  /** See Applier. */
  forget(): void {
    this.#recent.clear();
  }

  #find(id: string): Instance | undefined {
    return this.#recent.get(id) ?? readInstance(this.db, this.layout.view, id);
  }
}
