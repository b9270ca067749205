import { parseStream, type StoredEvent } from '#kernel';
import type { Database } from './database.js';
import { evolved, readInstance, type Instance } from './instance.js';
import type { ViewLayout } from './layout.js';
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
  ) {
    this.#writer = new RowWriter(layout, db);
  }

  /**
   * Folds the view's own events, in log order, and rewrites each instance once. The caller holds the transaction.
   * @throws whatever decoding, `evolve` or a column's function throws; then nothing is remembered
   */
  apply(events: readonly StoredEvent[]): readonly Change[] {
    const touched = new Map<string, Instance>();
    for (const stored of events) {
      const { id } = parseStream(stored.stream);
      touched.set(id, evolved(this.layout.view, touched.get(id) ?? this.#find(id), stored));
    }
    const results = [...touched.values()].map((instance) => this.#writer.write(instance));
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
