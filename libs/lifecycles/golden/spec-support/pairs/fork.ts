import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LifecycleModule } from '#graphql';
import type { Engine, EventStore, Randomness, StoredEvent } from '#kernel';
import { seededRandomness } from '#runtime';
import { openMemoryStore, openSqliteStore } from '#stores';
import { narrowStore } from '#stores/testing';
import { houseOf, viewsOf } from '../house.js';
import { appendAll, LOG_FILE, type PlaceFiles } from './place-files.js';
import type { Place } from './recorded-year.js';
import { Schedule } from './schedule.js';

/** The stores that rules are tried over: in one step in memory, in one step by a thread, over single-stream appends. */
export const STORES = ['memory', 'sqlite', 'narrow'] as const;
export type StoreKind = (typeof STORES)[number];

/** A year's log that goes on from a place by itself, with as many services over it as there are commands to try. */
export interface Fork {
  readonly log: EventStore;
  /** One for each command: processes of their own that share nothing but the store. */
  readonly engines: readonly Engine[];
  /** Carries out what was begun; calls to stores that are not a thread's own proceed in the order of the seed. */
  during<T>(work: Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** How a place is forked. */
export interface Forking {
  readonly place: Place;
  readonly files: PlaceFiles;
  readonly modules: readonly LifecycleModule[];
  readonly store: StoreKind;
  readonly engines: number;
  /** What the order of calls follows from. */
  readonly seed: string;
}

/** Forks a place. */
export async function forked(forking: Forking): Promise<Fork> {
  const { place, files, modules, store: kind, engines, seed } = forking;
  const { identity, keys, log: all } = place.year;
  const random = seededRandomness(seed);
  const folder = files.copy();
  const log = await openedAt(kind, folder, all.slice(0, place.before));
  const views = await viewsOf({ folder, store: log, identity });
  await views.ready;
  const { during, over } = orderOf(kind, log, random);
  const clock = { now: () => place.now };
  const parts = { modules, identity, keys, clock, random, views };
  return {
    log,
    engines: Array.from({ length: engines }, () => houseOf({ ...parts, store: over() }).engine),
    during,
    close: async () => {
      await views.close();
      await log.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function openedAt(kind: StoreKind, folder: string, past: readonly StoredEvent[]): Promise<EventStore> {
  if (kind === 'sqlite') return openSqliteStore({ file: join(folder, LOG_FILE) });
  const store = openMemoryStore();
  await appendAll(store, past);
  return store;
}

/** How a service sees the store, and how its calls are put in an order. */
function orderOf(kind: StoreKind, log: EventStore, random: Randomness): Pick<Fork, 'during'> & { over(): EventStore } {
  const schedule = new Schedule(random);
  switch (kind) {
    case 'memory':
      return { during: (work) => schedule.during(work), over: () => schedule.over(log) };
    case 'narrow':
      return { during: (work) => schedule.during(work), over: () => narrowStore(schedule.over(log)) };
    case 'sqlite':
      return { during: (work) => work, over: () => log };
  }
}
