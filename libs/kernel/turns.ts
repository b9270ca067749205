/** A command's place in the order in which its process records. */
export interface Turn {
  /** The instant at which the command is decided and recorded. */
  readonly instant: string;
  /** Hands over to the log, once every command that took its turn earlier has done so or has ended without. */
  record<T>(append: () => Promise<T>): Promise<T>;
}

/** A turn under way. */
interface Live {
  readonly instant: string;
  end(): void;
}

/**
 * Keeps what one process records in the order of its instants: the log as it was known at an instant is then a beginning of it.
 * Commands are decided side by side; only handing over to the log waits.
 */
export class Turns {
  /** The latest instant that has been recorded. */
  #recorded = '';
  /** Oldest first: their instants never fall. */
  #live: readonly Live[] = [];
  /** Kept when every turn taken so far has ended. */
  #ended: Promise<void> = Promise.resolve();

  /**
   * Takes the next turn, for as long as some work goes on.
   * @param earliest RFC 3339; the turn's instant is not before it, nor before any other that has been or may yet be recorded
   */
  async during<T>(earliest: string, work: (turn: Turn) => Promise<T>): Promise<T> {
    const instant = [earliest, this.#recorded, this.#live.at(-1)?.instant ?? ''].sort().at(-1) ?? '';
    const up = this.#ended;
    const live = this.#begin(instant, up);
    const record = async <R>(append: () => Promise<R>): Promise<R> => {
      await up;
      const appending = append();
      this.#recorded = instant;
      live.end();
      return appending;
    };
    try {
      return await work({ instant, record });
    } finally {
      live.end();
    }
  }

  #begin(instant: string, up: Promise<void>): Live {
    const { promise, resolve } = Promise.withResolvers<void>();
    const live: Live = {
      instant,
      end: () => {
        this.#live = this.#live.filter((it) => it !== live);
        resolve();
      },
    };
    this.#live = [...this.#live, live];
    this.#ended = up.then(() => promise);
    return live;
  }
}
