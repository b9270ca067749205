import { parseStream, type StoredEvent } from '#kernel';
import type { Database } from './database.js';
import { evolved, readInstance, type Histories, type Instance } from './instance.js';
import type { ViewLayout } from './layout.js';
import { notePersons } from './persons.js';
import { Recent } from './recent.js';
import { RowWriter, type Change } from './row-writer.js';

/** States kept in memory for each view; others are read back from their rows. */
const STATES_KEPT = 5_000;

/** Applies events to the tables of one view. */
export class Projector {
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
   * Folds the view's own events, in log order, and rewrites each instance once. The caller holds the transaction.
   * @throws whatever decoding, `evolve` or a column's function throws; then nothing is remembered
   */
  apply(events: readonly StoredEvent[], histories: Histories): readonly Change[] {
    const touched = new Map<string, Instance>();
    const befores = new Map<string, Instance | undefined>();
    for (const stored of events) {
      const { id } = parseStream(stored.stream);
      const before = touched.get(id) ?? this.#find(id);
      if (!touched.has(id)) befores.set(id, before);
      const { instance, recorded } = evolved(this.log, this.layout.view, before, stored, histories);
      notePersons(this.db, recorded);
      touched.set(id, instance);
    }
    const results = [...touched.values()].map((instance) => this.#writer.write(instance, befores.get(instance.id)));
    for (const { written } of results) this.#recent.set(written.id, written);
    return results.map(({ change }) => change);
  }

  /** Forgets the states in memory, because what they came from was not committed. */
  forget(): void {
    this.#recent.clear();
  }

  #find(id: string): Instance | undefined {
    return this.#recent.get(id) ?? readInstance(this.db, this.layout.name, id);
  }
}
