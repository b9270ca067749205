import type { EventStore } from '#kernel';

/** A store under test. */
export interface OpenedStore {
  readonly store: EventStore;
  /** Closes the store and opens the same log again; only where the log outlives the store. */
  readonly reopen?: () => Promise<EventStore>;
  /** Closes what is open and removes what was written. */
  readonly cleanup: () => Promise<void>;
}

/** The store of the test that is running. */
export type Current = () => OpenedStore;
