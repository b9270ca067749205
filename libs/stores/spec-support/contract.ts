import { afterEach, beforeEach, describe } from '@jest/globals';
import { besideContract } from './contract-beside.js';
import { besideShapeContract } from './contract-beside-shape.js';
import { appendContract } from './contract-append.js';
import { concurrencyContract } from './contract-concurrency.js';
import { readContract } from './contract-read.js';
import { reopenContract } from './contract-reopen.js';
import { repeatContract } from './contract-repeat.js';
import { subscribeContract } from './contract-subscribe.js';
import type { OpenedStore } from './opened-store.js';

/**
 * What every adapter of the store port must do. It takes positions for what the port calls them, texts that rise: they
 * need not be contiguous. It takes delivery to be at least once: a subscriber drops what it has seen, known by its
 * position, and the order never goes back but for such repeats.
 */
export function storeContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name} keeps the store contract`, () => {
    let current: OpenedStore;
    beforeEach(async () => {
      current = await open();
    });
    afterEach(() => current.cleanup());

    appendContract(() => current);
    repeatContract(() => current);
    readContract(() => current);
    subscribeContract(() => current);
    concurrencyContract(() => current);
    reopenContract(() => current);
  });
}

/** What a store must do besides that keeps any streams in one step. */
export function atomicContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name} keeps other streams beside an append`, () => {
    let current: OpenedStore;
    beforeEach(async () => {
      current = await open();
    });
    afterEach(() => current.cleanup());

    besideContract(() => current);
    besideShapeContract(() => current);
  });
}
