import { afterEach, beforeEach, describe } from '@jest/globals';
import { appendContract } from './contract-append.js';
import { besideContract } from './contract-beside.js';
import { besideShapeContract } from './contract-beside-shape.js';
import { concurrencyContract } from './contract-concurrency.js';
import { fencesContract } from './contract-fences.js';
import { racesContract } from './contract-races.js';
import { readContract } from './contract-read.js';
import { reopenContract } from './contract-reopen.js';
import { repeatContract } from './contract-repeat.js';
import { subscribeContract } from './contract-subscribe.js';
import type { Current, OpenedStore } from './opened-store.js';

type Open = () => Promise<OpenedStore>;

/**
 * What every adapter of the store port must do. It takes positions for what the port calls them, texts that rise: they
 * need not be contiguous. It takes delivery to be at least once: a subscriber drops what it has seen, known by its
 * position, and the order never goes back but for such repeats.
 */
export const storeContract = (name: string, open: Open): void =>
  contract(`${name} keeps the store contract`, open, [
    appendContract,
    repeatContract,
    readContract,
    subscribeContract,
    concurrencyContract,
    reopenContract,
  ]);

/** What a store must do besides that keeps fences beside an append. */
export const fencedContract = (name: string, open: Open): void =>
  contract(`${name} keeps fences`, open, [besideShapeContract, fencesContract, racesContract]);

/** What a store must do besides that keeps any streams in one step, fences among them. */
export const atomicContract = (name: string, open: Open): void => {
  fencedContract(name, open);
  contract(`${name} keeps other streams in one step`, open, [besideContract]);
};

function contract(title: string, open: Open, clauses: readonly ((current: Current) => void)[]): void {
  describe(title, () => {
    let current: OpenedStore;
    beforeEach(async () => {
      current = await open();
    });
    afterEach(() => current.cleanup());

    for (const clause of clauses) clause(() => current);
  });
}
