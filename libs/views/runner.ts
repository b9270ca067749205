import { START, type EventStore, type Position, type StoredEvent, type Subscription } from '#kernel';
import { historiesFor } from './histories.js';
import type { Histories } from './instance.js';
import type { Projection } from './projection.js';
import type { Change } from './row-writer.js';

/** Says something to the operator. */
export type Log = (message: string) => void;

/** What a runner tells its owner. */
export interface RunnerEvents {
  /** A batch is committed, or a view has stopped. */
  onCommit(changes: readonly Change[]): void;
  /** Following the log broke off; it is taken up again by itself. */
  onTrouble(error: Error): void;
  readonly log: Log;
}

const BATCH = 500;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 30_000;

/** Keeps one views file in step with the log: one subscription for all views, and a way back for those that stopped. */
export class Runner {
  #cursor: Position = START;
  /** The views that are in step; the others are behind the subscription. */
  readonly #inStep = new Set<string>();
  #subscription: Subscription | undefined;
  #timer: NodeJS.Timeout | undefined;
  #pause = FIRST_PAUSE_MS;
  #stopped = false;
  #catchingUp: Promise<void> | undefined;

  constructor(
    private readonly projection: Projection,
    private readonly store: EventStore,
    private readonly events: RunnerEvents,
  ) {
    const positions = projection.views.map((view) => projection.progressOf(view).position);
    this.#cursor = positions.reduce((furthest, position) => (position > furthest ? position : furthest), START);
    for (const view of projection.views) if (this.#isInStep(view)) this.#inStep.add(view);
  }

  /** The end of what the subscription has brought. */
  get cursor(): Position {
    return this.#cursor;
  }

  /** Follows the log from where the views stand. */
  start(): void {
    this.#subscription = this.store.subscribe(this.#cursor, {
      batchSize: BATCH,
      onEvents: (events) => this.#follow(events),
      onError: (error) => this.#resume(error),
    });
  }

  /** Takes up the views that are behind, each from its own place, until they are in step or stop again. */
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

  /** Events may come again after a break: each view passes over what it has taken in. */
  async #follow(events: readonly StoredEvent[]): Promise<void> {
    const histories = await historiesFor(events, this.store);
    if (this.#stopped) return;
    const changes = this.#apply(events, [...this.#inStep], histories);
    const last = events.at(-1)?.position ?? START;
    if (last > this.#cursor) this.#cursor = last;
    this.#pause = FIRST_PAUSE_MS;
    this.events.onCommit(changes);
  }

  #apply(events: readonly StoredEvent[], views: readonly string[], histories: Histories): readonly Change[] {
    const changes = this.projection.apply(events, views, histories);
    for (const view of views) this.#noteFailure(view);
    return changes;
  }

  #noteFailure(view: string): void {
    const { failure } = this.projection.progressOf(view);
    if (!failure) return;
    this.#inStep.delete(view);
    this.events.log(
      `The view ${view} stopped at position ${failure.position} (event ${failure.eventId}): ${failure.error}`,
    );
  }

  /** The store or the database failed: what was not committed is brought again, after a pause that grows. */
  #resume(error: Error): void {
    if (this.#stopped) return;
    this.events.log(`Following the log broke off after position ${this.#cursor}: ${error.message}`);
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
    for (const view of this.projection.views) if (!this.#inStep.has(view)) await this.#catchUpOne(view);
  }

  async #catchUpOne(view: string): Promise<void> {
    while (!this.#stopped) {
      const events = await this.store.readAll(this.projection.progressOf(view).position, BATCH);
      const histories = await historiesFor(events, this.store);
      if (this.#stopped) return;
      this.events.onCommit(this.#apply(events, [view], histories));
      if (this.projection.progressOf(view).failure) return;
      if (events.length > 0 && !this.#isInStep(view)) continue;
      this.#inStep.add(view);
      return;
    }
  }

  #isInStep(view: string): boolean {
    const { position, failure } = this.projection.progressOf(view);
    return !failure && position >= this.#cursor;
  }
}
