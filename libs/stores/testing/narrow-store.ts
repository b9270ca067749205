import { randomBytes } from 'node:crypto';
import type { EventStore } from '#kernel';
import { fencedStore, type FencedStore } from '../fenced/fenced.store.js';
import { restrictedStore } from './restricted-store.js';

/**
 * A store as it stands over an EventStoreDB: appends to one stream at a time, with fences kept over them.
 * @param inner keeps the events; an embedded store, whose positions are ordinals
 */
export const narrowStore = (inner?: EventStore): FencedStore =>
  fencedStore(restrictedStore(inner), {
    clock: { now: () => new Date().toISOString() },
    random: { bytes: (length) => randomBytes(length) },
    elapsed: () => performance.now(),
  });
