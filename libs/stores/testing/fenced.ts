import type { EventStore } from '#kernel';
import { fencedStore, type FencedStore } from '../fenced/fenced.store.js';
import { restrictedStore } from './restricted-store.js';

/**
 * A store that keeps fences though it offers no more than an EventStoreDB does. Its time stands still but where `elapsed` moves it:
 * nobody's try is given up meanwhile.
 * @param inner appends to one stream at a time
 */
export function fencedRestrictedStore(inner: EventStore = restrictedStore(), elapsed = (): number => 0): FencedStore {
  let salts = 0;
  return fencedStore(inner, {
    clock: { now: () => '2026-01-01T00:00:00.000Z' },
    random: { bytes: (length) => Buffer.alloc(length, String((salts += 1))) },
    elapsed,
  });
}
