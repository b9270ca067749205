import type { Logged } from '../record/envelope.js';
import type { StreamReader } from '../read-scope.js';
import { Recent } from '../recent.js';
import type { EventStore } from '../store.js';
import { streamName, unborn, type Fold, type Loaded, type StateShape } from './fold.js';
import { advance, decodeWith, evolveWith, isVoid, refold, type Cut } from './refold.js';
import { rectified } from './rectified.js';

/** One event of an instance with the state on either side of it. */
export interface Step<S extends StateShape = StateShape> {
  readonly recorded: Logged;
  readonly before: S;
  readonly after: S;
}

/** Reads streams as states. Keeps the last states it folded and reads only what came after them. */
export class Loader implements StreamReader {
  private readonly recent: Recent<string, Loaded>;

  /**
   * @param log the log's id: it is part of every event's canonical form
   * @param capacity how many streams' states to keep
   */
  constructor(
    private readonly store: EventStore,
    private readonly log: string,
    capacity = 10_000,
  ) {
    this.recent = new Recent(capacity);
  }

  /**
   * The stream's present state, as of the store's last committed event.
   * @throws LogFault when an event cannot be read
   */
  async load<S extends StateShape>(fold: Fold<S>, id: string): Promise<Loaded<S>> {
    const stream = streamName(fold.name, id);
    const known = (this.recent.get(stream) as Loaded<S> | undefined) ?? unborn(fold, id);
    const news = await this.store.readStream(stream, known.revision + 1);
    const events = news.map((stored) => decodeWith(this.log, fold, stored));
    const loaded = advance(known, fold, events) ?? refold(fold, id, await this.history(fold, id));
    this.remember(loaded);
    return loaded;
  }

  /** The stream's state at a revision, or as it was known at an instant. */
  async at<S extends StateShape>(fold: Fold<S>, id: string, cut: Cut): Promise<Loaded<S>> {
    return refold(fold, id, await this.history(fold, id), cut);
  }

  /** Every event of one instance as it was recorded, oldest first. */
  async history<S extends StateShape>(fold: Fold<S>, id: string): Promise<readonly Logged[]> {
    const stored = await this.store.readStream(streamName(fold.name, id));
    return stored.map((event) => decodeWith(this.log, fold, event));
  }

  /** The instance's way, event by event, as it reads once its corrections are known; what is void is no step of it. */
  async steps<S extends StateShape>(fold: Fold<S>, id: string): Promise<readonly Step<S>[]> {
    let before = fold.initial;
    const events = rectified(await this.history(fold, id)).filter((each) => !isVoid(each));
    return events.map((recorded) => {
      const step = { recorded, before, after: evolveWith(fold, before, recorded) };
      before = step.after;
      return step;
    });
  }

  private remember(loaded: Loaded): void {
    const known = this.recent.get(loaded.stream);
    if (known && known.revision > loaded.revision) return;
    this.recent.set(loaded.stream, loaded);
  }
}
