import { openMemoryStore } from '#stores';
import { fencedRestrictedStore } from '#stores/testing';
import type { EventStore } from '../index.js';

export { instead } from '#stores/testing';

/** The stores that what must hold on any store is held to: the embedded one, and one that offers no more than an EventStoreDB. */
export const STORES: readonly [string, () => EventStore][] = [
  ['memory', openMemoryStore],
  ['restricted', () => fencedRestrictedStore()],
];
