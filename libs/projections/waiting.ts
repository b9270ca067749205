interface Waiter {
  readonly reached: () => boolean;
  readonly answer: (reached: boolean) => void;
}

/** Those who wait until projections have come far enough. They are told by the commit itself. */
export class Waiting {
  readonly #waiters = new Set<Waiter>();
  #ended = false;

  /** @param isHopeless tells when nothing that is awaited will come soon: nobody waits then */
  constructor(private readonly isHopeless: () => boolean = () => false) {}

  /** @returns true once `reached` holds after a commit; false when the time is over, there is no hope or the file is closed */
  until(reached: () => boolean, timeoutMs: number): Promise<boolean> {
    if (reached()) return Promise.resolve(true);
    if (this.#ended || timeoutMs <= 0 || this.isHopeless()) return Promise.resolve(false);
    return new Promise((resolve) => {
      const answer = (value: boolean): void => {
        clearTimeout(timer);
        this.#waiters.delete(waiter);
        resolve(value);
      };
      const waiter: Waiter = { reached, answer };
      const timer = Number.isFinite(timeoutMs) ? setTimeout(() => answer(false), timeoutMs) : undefined;
      this.#waiters.add(waiter);
    });
  }

  /** Something was committed, or following has stopped or broken off. */
  check(): void {
    const hopeless = this.isHopeless();
    for (const waiter of [...this.#waiters]) {
      if (waiter.reached()) waiter.answer(true);
      else if (hopeless) waiter.answer(false);
    }
  }

  /** Nothing will be committed any more. */
  end(): void {
    this.#ended = true;
    for (const waiter of [...this.#waiters]) waiter.answer(false);
  }
}
