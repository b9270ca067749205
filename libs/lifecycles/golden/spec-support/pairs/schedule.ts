import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventStore, Randomness } from '#kernel';

/**
 * Lets calls to stores proceed one at a time, in an order that follows from a seed: whoever comes to a store waits until it is
 * drawn. What is called together is thereby interleaved call by call.
 */
export class Schedule {
  readonly #waiting: (() => void)[] = [];

  constructor(private readonly random: Randomness) {}

  /** The store, with calls that wait to be drawn. Subscriptions do not. */
  over(inner: EventStore): EventStore {
    return {
      append: (...args) => this.#drawn(() => inner.append(...args)),
      readStream: (...args) => this.#drawn(() => inner.readStream(...args)),
      readAll: (...args) => this.#drawn(() => inner.readAll(...args)),
      head: () => this.#drawn(() => inner.head()),
      subscribe: (...args) => inner.subscribe(...args),
      close: () => inner.close(),
    };
  }

  /** Draws until all of it is done. */
  async during<T>(work: Promise<T>): Promise<T> {
    let isOver = false;
    const over = (): void => void (isOver = true);
    work.then(over, over);
    while (!isOver) {
      await nextTurn();
      this.#draw();
    }
    return work;
  }

  async #drawn<T>(call: () => Promise<T>): Promise<T> {
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return call();
  }

  #draw(): void {
    if (this.#waiting.length === 0) return;
    const [next] = this.#waiting.splice(pick(this.random, this.#waiting.length), 1);
    next?.();
  }
}

/** A number below a bound. */
export const pick = (random: Randomness, below: number): number => random.bytes(4).readUInt32BE() % below;
