import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LifecycleModule } from '#graphql';
import type { Answer, Engine, EventStore, PersonRegister, Questions, Randomness } from '#kernel';
import { personRegister } from '#registers';
import { seededRandomness } from '#runtime';
import { openMemoryStore, openSqliteStore } from '#stores';
import { fencedRestrictedStore, restrictedStore } from '#stores/testing';
import type { Views } from '#views';
import { houseOf, viewsOf } from '../house.js';
import { LOG_FILE, type PlaceFiles } from './place-files.js';
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
  const file = join(folder, LOG_FILE);
  const log = kind === 'sqlite' ? await openSqliteStore({ file }) : openMemoryStore(all.slice(0, place.before));
  const views = new ViewsWhenAsked(() => viewsOf({ folder, store: log, identity }));
  const { during, over } = orderOf(kind, log, random);
  const clock = { now: () => place.now };
  const parts = { modules, identity, keys, clock, random, questions: views, persons: views, papers: files.papers };
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

/** Views that are opened for the first who asks: many a command asks nothing. */
class ViewsWhenAsked implements Questions, PersonRegister {
  #views: Promise<Views> | undefined;

  constructor(private readonly open: () => Promise<Views>) {}

  async ask(...asked: Parameters<Questions['ask']>): Promise<Answer> {
    return (await this.#opened()).ask(...asked);
  }

  async find(...asked: Parameters<PersonRegister['find']>): ReturnType<PersonRegister['find']> {
    return personRegister((await this.#opened()).projections).find(...asked);
  }

  async close(): Promise<void> {
    await (await this.#views)?.close();
  }

  #opened(): Promise<Views> {
    this.#views ??= this.open().then(async (views) => {
      await views.ready;
      return views;
    });
    return this.#views;
  }
}

/** How a service sees the store, and how its calls are put in an order. */
function orderOf(kind: StoreKind, log: EventStore, random: Randomness): Pick<Fork, 'during'> & { over(): EventStore } {
  const schedule = new Schedule(random);
  switch (kind) {
    case 'memory':
      return { during: (work) => schedule.during(work), over: () => schedule.over(log) };
    case 'narrow':
      return {
        during: (work) => schedule.during(work),
        over: () => fencedRestrictedStore(restrictedStore(schedule.over(log))),
      };
    case 'sqlite':
      return { during: (work) => work, over: () => log };
  }
}
