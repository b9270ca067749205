import type { StoredEvent, Subscriber } from '#kernel';

/** The first batch of every three comes twice; the last begins again a few events earlier. */
const ROUND = 3;
const EARLIER = 3;

/** Hands batches on to a subscriber, some events again: as after a broken connection, but by count. */
export class AtLeastOnce {
  #batches = 0;
  #halted = false;
  #delivered: readonly StoredEvent[] = [];

  /** @param subscriber told of every event once at least, never of more at once than it asks for */
  constructor(private readonly subscriber: Subscriber) {}

  /** Delivers the next batch, and what comes again with it. */
  async deliver(events: readonly StoredEvent[]): Promise<void> {
    const turn = this.#batches % ROUND;
    this.#batches += 1;
    await this.#tell(turn === ROUND - 1 ? [...this.#delivered, ...events] : events);
    this.#delivered = [...this.#delivered, ...events].slice(-EARLIER);
    if (turn === 0) await this.#tell(events);
  }

  /** Nothing more is delivered; a handler that is running finishes on its own. */
  halt(): void {
    this.#halted = true;
  }

  async #tell(events: readonly StoredEvent[]): Promise<void> {
    const size = this.subscriber.batchSize ?? Infinity;
    for (let start = 0; start < events.length; start += size) {
      if (this.#halted) return;
      await this.subscriber.onEvents(events.slice(start, start + size));
    }
  }
}
