import { afterEach, beforeEach, describe } from '@jest/globals';
import { appendContract } from './contract-append.js';
import { concurrencyContract } from './contract-concurrency.js';
import { readContract } from './contract-read.js';
import { reopenContract } from './contract-reopen.js';
import { subscribeContract } from './contract-subscribe.js';
import type { OpenedStore } from './opened-store.js';

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
