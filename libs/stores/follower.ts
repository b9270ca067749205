import { setImmediate as nextTurn } from 'node:timers/promises';
import { types } from 'node:util';
import type { Position, StoredEvent, Subscriber, Subscription } from '#kernel';

const DEFAULT_BATCH = 500;

/** Where a follower reads: the events after a position, at most `limit`. */
export type ReadAfter = (from: Position, limit: number) => Promise<readonly StoredEvent[]>;

/**
 * One running subscription: reads after its own cursor until nothing is left, then sleeps until a commit is announced.
 * Catching up and following are the same loop, so there is no seam to lose or repeat an event at.
 */
export class Follower implements Subscription {
  #stopped = false;
  /** A commit was announced since the last read began: reading again may find more. */
  #news = false;
  #wake: () => void = () => undefined;
  readonly #ended: Promise<void>;

  /**
   * @param from the position after which delivery begins
   * @param subscriber told of each batch; the next one waits for it
   * @param read the store's committed events
   * @param onEnd called once when the loop has ended, for whatever reason
   */
  constructor(
    from: Position,
    private readonly subscriber: Subscriber,
    private readonly read: ReadAfter,
    onEnd: (follower: Follower) => void,
  ) {
    this.#ended = this.#run(from).finally(() => onEnd(this));
  }

  /** Tells the loop that the log has grown. */
  announce(): void {
    this.#news = true;
    this.#wake();
  }

  stop(): Promise<void> {
    this.halt();
    return this.#ended;
  }

  /** Stops without waiting for a handler that is running. */
  halt(): void {
    this.#stopped = true;
    this.#wake();
  }

  async #run(from: Position): Promise<void> {
    try {
      await this.#deliver(from);
    } catch (error) {
      this.subscriber.onError?.(types.isNativeError(error) ? error : new Error(String(error)));
    }
  }

  async #deliver(from: Position): Promise<void> {
    let cursor = from;
    for (;;) {
      // A turn of the event loop between batches: a long catch-up must not starve everyone else.
      await nextTurn();
      if (this.#stopped) return;
      this.#news = false;
      const events = await this.read(cursor, this.subscriber.batchSize ?? DEFAULT_BATCH);
      if (this.#stopped) return;
      const last = events.at(-1);
      if (last === undefined) {
        await this.#sleep();
        continue;
      }
      await this.subscriber.onEvents(events);
      cursor = last.position;
    }
  }

  async #sleep(): Promise<void> {
    if (this.#news || this.#stopped) return;
    await new Promise<void>((resolve) => (this.#wake = resolve));
  }
}

/** All followers of one store. */
export class Followers {
  readonly #running = new Set<Follower>();

  constructor(private readonly read: ReadAfter) {}

  /** Starts a subscription from a position. */
  start(from: Position, subscriber: Subscriber): Subscription {
    const follower = new Follower(from, subscriber, this.read, (ended) => this.#running.delete(ended));
    this.#running.add(follower);
    return follower;
  }

  /** Tells everyone that the log has grown. */
  announce(): void {
    for (const follower of this.#running) follower.announce();
  }

  /** Ends every subscription; a handler that is running finishes on its own. */
  halt(): void {
    for (const follower of this.#running) follower.halt();
  }
}
