import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, EventStore, Randomness } from '#kernel';
import { lifecycleModules } from '#lifecycles';
import { hostOf, type Host, type SimulatedClock } from '#runtime';
import { openSqliteStore } from '#stores';
import { loadOrCreateSecret, openAttemptLog, openKeyRing, type OpenAttemptLog, type OpenKeyRing } from '#vault';
import { openViews, type BuildProgress, type Views } from '#views';
import { ConfigurationFault } from './configuration-fault.js';
import type { Configuration } from './configuration.js';
import { sourcesFor } from './sources.js';

/** The service below its HTTP surface: log, keys, views and engine, open. */
export interface Service extends Host {
  readonly configuration: Configuration;
  readonly store: EventStore;
  readonly views: Views;
  readonly keys: OpenKeyRing;
  readonly attempts: OpenAttemptLog;
  readonly clock: Clock;
  readonly random: Randomness;
  /** The clock that the demonstration moves; undefined where time is real. */
  readonly simulated: SimulatedClock | undefined;
  close(): Promise<void>;
}

/** What the opening tells of itself. */
export interface Listener {
  log(line: string): void;
  progress(progress: BuildProgress): void;
}

/**
 * Opens the data folder, making what is not there.
 * @throws ConfigurationFault, StoreFault, VaultFault, ViewsFault with a line for the operator
 */
export async function openService(configuration: Configuration, listener: Listener): Promise<Service> {
  makeFolder(configuration.data);
  const file = (name: string): string => join(configuration.data, name);
  const store = await openSqliteStore({ file: file('log.db'), signalFault: (fault) => listener.log(fault.message) });
  const { clock, random, simulated } = await sourcesFor(configuration, store);
  const keys = openKeyRing({ file: file('keys.db'), kek: loadOrCreateSecret(file('keys.kek'), random), random, clock });
  const attempts = openAttemptLog({ file: file('refused-attempts.db') });
  const views = await openViews({
    folder: file('views'),
    views: lifecycleModules.map((module) => module.view),
    store,
    log: (line) => listener.log(line),
    onProgress: (progress) => listener.progress(progress),
  });
  const host = hostOf({ modules: lifecycleModules, store, questions: views, keys, attempts, clock, random });
  const close = async (): Promise<void> => {
    await views.close();
    await store.close();
    attempts.close();
    keys.close();
  };
  return { ...host, configuration, store, views, keys, attempts, clock, random, simulated, close };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigurationFault(`KHEO_DATA không dùng được thư mục này (the folder cannot be used): ${reason}`);
  }
}
