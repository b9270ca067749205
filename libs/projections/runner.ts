import { START, type EventStore, type Position, type StoredEvent, type Subscription } from '#kernel';
import { batchOf, type Reading } from './entries.js';
import type { Batch, Changed } from './projection.js';
import type { ProjectionFile } from './projection-file.js';

/** Says something to the operator. */
export type Log = (message: string) => void;

/** What a runner tells its owner. */
export interface RunnerEvents {
  /** A batch is committed, or a projection has stopped. */
  onCommit(changes: readonly Changed[]): void;
  /** Following the log broke off; it is taken up again by itself. */
  onTrouble(error: Error): void;
  readonly log: Log;
}

const BATCH = 500;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 30_000;
const STUCK_AFTER = 3;

/** Keeps one file in step with the log: one subscription for all its projections, and a way back for those that stopped. */
export class Runner {
  #cursor: Position = START;
  /** The projections that are in step; the others are behind the subscription. */
  readonly #inStep = new Set<string>();
  #subscription: Subscription | undefined;
  #timer: NodeJS.Timeout | undefined;
  #pause = FIRST_PAUSE_MS;
  #breaks = 0;
  #stopped = false;
  #catchingUp: Promise<void> | undefined;

  constructor(
    private readonly file: ProjectionFile,
    private readonly store: EventStore,
    private readonly reading: Reading,
    private readonly events: RunnerEvents,
  ) {
    const positions = file.names.map((name) => file.progressOf(name).position);
    this.#cursor = positions.reduce((furthest, position) => (position > furthest ? position : furthest), START);
    for (const name of file.names) if (this.#isInStep(name)) this.#inStep.add(name);
  }

  /** The end of what the subscription has brought. */
  get cursor(): Position {
    return this.#cursor;
  }

  /** True once following has broken off several times in a row: what is awaited will not come soon. */
  get isStuck(): boolean {
    return this.#breaks >= STUCK_AFTER;
  }

  /** Follows the log from where the projections stand. */
  start(): void {
    this.#subscription = this.store.subscribe(this.#cursor, {
      batchSize: BATCH,
      onEvents: (events) => this.#follow(events),
      onError: (error) => this.#resume(error),
    });
  }

  /** Takes up the projections that are behind, each from its own place, until they are in step or stop again. */
  async catchUp(): Promise<void> {
    this.#catchingUp ??= this.#catchUpAll().finally(() => (this.#catchingUp = undefined));
    await this.#catchingUp;
  }

  /** Ends when nothing is being applied any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#subscription?.stop();
    await this.#catchingUp?.catch(() => undefined);
  }

  /** Events may come again after a break: each projection passes over what it has taken in. */
  async #follow(events: readonly StoredEvent[]): Promise<void> {
    const batch = await batchOf(events, this.reading, this.store);
    if (this.#stopped) return;
    const changes = this.#apply(batch, [...this.#inStep]);
    const last = events.at(-1)?.position ?? START;
    if (last > this.#cursor) this.#cursor = last;
    this.#pause = FIRST_PAUSE_MS;
    this.#breaks = 0;
    this.events.onCommit(changes);
  }

  #apply(batch: Batch, names: readonly string[]): readonly Changed[] {
    const changes = this.file.apply(batch, names);
    for (const name of names) this.#noteFailure(name);
    return changes;
  }

  #noteFailure(name: string): void {
    const { failure } = this.file.progressOf(name);
    if (!failure) return;
    this.#inStep.delete(name);
    const { position, eventId, error } = failure;
    this.events.log(`The projection ${name} stopped at position ${position} (event ${eventId}): ${error}`);
  }

  /** The store or the database failed: what was not committed is brought again, after a pause that grows. */
  #resume(error: Error): void {
    if (this.#stopped) return;
    this.events.log(`Following the log broke off after position ${this.#cursor}: ${error.message}`);
    this.#breaks += 1;
    this.events.onTrouble(error);
    this.#timer = setTimeout(() => this.#restart(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS);
  }

  #restart(): void {
    if (this.#stopped) return;
    try {
      this.start();
    } catch (error) {
      this.#resume(error instanceof Error ? error : new Error(String(error)));
    }
  }

  async #catchUpAll(): Promise<void> {
    for (const name of this.file.names) if (!this.#inStep.has(name)) await this.#catchUpOne(name);
  }

  async #catchUpOne(name: string): Promise<void> {
    while (!this.#stopped) {
      const events = await this.store.readAll(this.file.progressOf(name).position, BATCH);
      const batch = await batchOf(events, this.reading, this.store);
      if (this.#stopped) return;
      this.events.onCommit(this.#apply(batch, [name]));
      if (this.file.progressOf(name).failure) return;
      if (events.length > 0 && !this.#isInStep(name)) continue;
      this.#inStep.add(name);
      return;
    }
  }

  #isInStep(name: string): boolean {
    const { position, failure } = this.file.progressOf(name);
    return !failure && position >= this.#cursor;
  }
}
