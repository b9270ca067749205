/** How processes wait. Nothing here reads the machine's clock itself. */
export interface Timers {
  /**
   * Does something later.
   * @returns how to call it off
   */
  after(milliseconds: number, work: () => void): () => void;
}

/** The machine's timers; none keeps the program running. */
export const systemTimers: Timers = {
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};
