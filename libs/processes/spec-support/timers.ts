import type { Timers } from '../timers.js';

interface Waiting {
  readonly at: number;
  readonly work: () => void;
}

/** Timers that go off when a specification says that time has passed. */
export class SimulatedTimers implements Timers {
  #now = 0;
  #waiting: readonly Waiting[] = [];

  after(milliseconds: number, work: () => void): () => void {
    const mine = { at: this.#now + milliseconds, work };
    this.#waiting = [...this.#waiting, mine];
    return () => void (this.#waiting = this.#waiting.filter((it) => it !== mine));
  }

  /** How long until each of those that wait goes off, the next one first. */
  get pauses(): readonly number[] {
    return this.#waiting.map(({ at }) => at - this.#now).sort((a, b) => a - b);
  }

  /** So much time passes: whatever was to be done by then is begun, in order. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
    const due = this.#waiting.filter(({ at }) => at <= this.#now).sort((a, b) => a.at - b.at);
    this.#waiting = this.#waiting.filter(({ at }) => at > this.#now);
    for (const { work } of due) work();
  }
}
