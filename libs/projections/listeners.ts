import type { Changed } from './projection.js';
import type { Log } from './runner.js';

type Listener = (changes: readonly Changed[]) => void;

/** Those who are told of what commits have changed. One that fails keeps nobody else from hearing. */
export class Listeners {
  readonly #listeners = new Set<Listener>();

  constructor(private readonly say: Log) {}

  /** Returns how to end it. */
  add(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(changes: readonly Changed[]): void {
    if (changes.length === 0) return;
    for (const listener of [...this.#listeners]) {
      try {
        listener(changes);
      } catch (error) {
        this.say(`A listener to the projections failed: ${String(error)}`);
      }
    }
  }
}
