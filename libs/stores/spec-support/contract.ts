import { afterEach, beforeEach, describe } from '@jest/globals';
import type { EventStore } from '#kernel';
import { appendContract } from './contract-append.js';
import { concurrencyContract } from './contract-concurrency.js';
import { readContract } from './contract-read.js';
import { reopenContract } from './contract-reopen.js';
import { subscribeContract } from './contract-subscribe.js';

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

/** What every adapter of the store port must do. */
export function storeContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name} keeps the store contract`, () => {
    let current: OpenedStore;
    beforeEach(async () => {
      current = await open();
    });
    afterEach(() => current.cleanup());

    appendContract(() => current);
    readContract(() => current);
    subscribeContract(() => current);
    concurrencyContract(() => current);
    reopenContract(() => current);
  });
}
