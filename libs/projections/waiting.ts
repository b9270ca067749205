interface Waiter {
  /** Waits without end: also when nothing comes soon. */
  readonly isPatient: boolean;
  readonly reached: () => boolean;
  readonly answer: (reached: boolean) => void;
}

/** Those who wait until projections have come far enough. They are told by the commit itself. */
export class Waiting {
  readonly #waiters = new Set<Waiter>();
  #ended = false;

  /** @param isHopeless tells when nothing that is awaited will come soon: nobody waits for it then whose time is limited */
  constructor(private readonly isHopeless: () => boolean) {}

  /**
   * @param timeoutMs infinite for whoever waits however long it takes
   * @returns true once `reached` holds after a commit; false when the time is over, there is no hope or the file is closed
   */
  until(reached: () => boolean, timeoutMs: number): Promise<boolean> {
    if (reached()) return Promise.resolve(true);
    const isPatient = timeoutMs === Number.POSITIVE_INFINITY;
    if (this.#ended || timeoutMs <= 0 || (!isPatient && this.isHopeless())) return Promise.resolve(false);
    return new Promise((resolve) => {
      const answer = (value: boolean): void => {
        clearTimeout(timer);
        this.#waiters.delete(waiter);
        resolve(value);
      };
      const waiter: Waiter = { isPatient, reached, answer };
      const timer = isPatient ? undefined : setTimeout(() => answer(false), timeoutMs);
      this.#waiters.add(waiter);
    });
  }

  /** Something was committed, or following has stopped or broken off. */
  check(): void {
    const hopeless = this.isHopeless();
    for (const waiter of [...this.#waiters]) {
      if (waiter.reached()) waiter.answer(true);
      else if (hopeless && !waiter.isPatient) waiter.answer(false);
    }
  }

  /** Nothing will be committed any more. */
  end(): void {
    this.#ended = true;
    for (const waiter of [...this.#waiters]) waiter.answer(false);
  }
}
