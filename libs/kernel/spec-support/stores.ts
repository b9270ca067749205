import { openMemoryStore } from '#stores';
import { restrictedStore } from '#stores/testing';
import type { EventStore } from '../index.js';

/** The stores that what must hold on any store is held to: the embedded one, and one that offers no more than an EventStoreDB. */
export const STORES: readonly [string, () => EventStore][] = [
  ['memory', openMemoryStore],
  ['restricted', () => restrictedStore()],
];

/** A store some of whose calls go another way first. */
export const instead = (store: EventStore, calls: Partial<EventStore>): EventStore => ({
  append: (...args) => store.append(...args),
  readStream: (...args) => store.readStream(...args),
  readAll: (...args) => store.readAll(...args),
  subscribe: (...args) => store.subscribe(...args),
  head: () => store.head(),
  close: () => store.close(),
  ...calls,
});
