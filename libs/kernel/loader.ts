import { decode } from './codec.js';
import type { Recorded } from './envelope.js';
import { advance, streamName, unborn, type Fold, type Loaded, type StateShape } from './fold.js';
import type { EventStore, StoredEvent } from './store.js';

/** Reads streams as states. Keeps the last states it folded and reads only what came after them. */
export class Loader {
  private readonly recent = new Map<string, Loaded>();

  /** @param capacity how many streams' states to keep */
  constructor(
    private readonly store: EventStore,
    private readonly capacity = 10_000,
  ) {}

  /** The stream's present state, as of the store's last committed event. */
  async load<S extends StateShape>(fold: Fold<S>, id: string): Promise<Loaded<S>> {
    const stream = streamName(fold.name, id);
    const known = (this.recent.get(stream) as Loaded<S> | undefined) ?? unborn(fold, id);
    const news = await this.store.readStream(stream, known.revision + 1);
    const loaded = advance(
      known,
      fold,
      news.map((stored) => decodeWith(fold, stored)),
    );
    this.remember(loaded);
    return loaded;
  }

  /** Every event of one instance, oldest first. */
  async history<S extends StateShape>(fold: Fold<S>, id: string): Promise<readonly Recorded[]> {
    const stored = await this.store.readStream(streamName(fold.name, id));
    return stored.map((event) => decodeWith(fold, event));
  }

  private remember(loaded: Loaded): void {
    this.recent.delete(loaded.stream);
    this.recent.set(loaded.stream, loaded);
    if (this.recent.size <= this.capacity) return;
    const oldest = this.recent.keys().next();
    if (!oldest.done) this.recent.delete(oldest.value);
  }
}

/** Decodes an event by the formats of its lifecycle. */
export const decodeWith = (fold: Pick<Fold, 'events'>, stored: StoredEvent): Recorded =>
  decode(stored, fold.events[stored.type]);
