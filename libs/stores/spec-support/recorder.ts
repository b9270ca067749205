import type { StoredEvent, Subscriber } from '#kernel';

/** A subscriber that remembers what it was told and lets a test wait for it. */
export class Recorder implements Subscriber {
  readonly events: StoredEvent[] = [];
  readonly errors: Error[] = [];
  /** Handlers running at this moment, and the most there ever were. */
  running = 0;
  mostRunning = 0;
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
      this.events.push(...events);
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
}

/** A door that opens once. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}
