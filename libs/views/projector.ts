import { isVoid, type Logged } from '#kernel';
import { type Applier, type Batch, type Database, type Histories, Recent } from '#projections';
import type { Change } from './change.js';
import { evolved, readInstance, type Instance } from './instance.js';
import type { ViewLayout } from './layout.js';
import { RowWriter } from './row-writer.js';
import { VoidedBeginnings } from './voided.js';

/** States kept in memory for each view, whatever the log's length; others are read back from their rows. */
const STATES_KEPT = 500;

/** Applies events to the tables of one view. */
export class Projector implements Applier {
  readonly #recent = new Recent<Instance>(STATES_KEPT);
  readonly #writer: RowWriter;
  readonly #voided: VoidedBeginnings;

  constructor(
    private readonly layout: ViewLayout,
    private readonly db: Database,
    private readonly log: string,
  ) {
    this.#writer = new RowWriter(layout, db);
    this.#voided = new VoidedBeginnings(layout.name, db);
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
      const after = this.#after(before, recorded, histories);
      if (after) touched.set(entry.id, after);
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

  /** Undefined where nothing has happened yet. */
  #after(before: Instance | undefined, recorded: Logged, histories: Histories): Instance | undefined {
    if (!before && isVoid(recorded)) return void this.#voided.note(recorded);
    const begins = before ? 0 : this.#voided.lastOf(recorded.id) + 1;
    return evolved(this.log, this.layout.view, before, recorded, histories, begins);
  }

  #find(id: string): Instance | undefined {
    return this.#recent.get(id) ?? readInstance(this.db, this.layout.view, id);
  }
}
