import { START, type Position, type StoredEvent, type Subscriber } from '#kernel';

/**
 * A subscriber that remembers what it was told and lets a test wait for it. Delivery is at least once: an event at or
 * before the last position has come again, and is dropped as every subscriber must drop it.
 */
export class Recorder implements Subscriber {
  /** Each event once, in the order of first delivery. */
  readonly events: StoredEvent[] = [];
  /** Events that came behind a later one without having come before it: a store may never deliver these. */
  readonly strays: StoredEvent[] = [];
  readonly errors: Error[] = [];
  /** Events delivered, repeats among them. */
  told = 0;
  /** Handlers running at this moment, and the most there ever were. */
  running = 0;
  mostRunning = 0;
  #last: Position = START;
  readonly #seen = new Set<Position>();
  #changed: () => void = () => undefined;

  /** @param onBatch what the handler does beside remembering */
  constructor(
    readonly batchSize?: number,
    private readonly onBatch: (events: readonly StoredEvent[]) => void | Promise<void> = () => undefined,
  ) {}

  async onEvents(events: readonly StoredEvent[]): Promise<void> {
    this.running += 1;
    this.mostRunning = Math.max(this.mostRunning, this.running);
    try {
      await this.onBatch(events);
      for (const event of events) this.#remember(event);
    } finally {
      this.running -= 1;
      this.#changed();
    }
  }

  onError(error: Error): void {
    this.errors.push(error);
    this.#changed();
  }

  /** Resolves once `condition` is true; looked at again whenever something is told. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => (this.#changed = resolve));
  }

  #remember(event: StoredEvent): void {
    this.told += 1;
    if (event.position > this.#last) {
      this.#last = event.position;
      this.#seen.add(event.position);
      this.events.push(event);
    } else if (!this.#seen.has(event.position)) this.strays.push(event);
  }
}

/** A door that opens once. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}
