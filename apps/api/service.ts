import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { foundLog, START, type Clock, type EventStore, type LogIdentity, type Randomness } from '#kernel';
import { overviewAnswers } from '#overview';
import { lifecycleModules } from '#lifecycles';
import type { OpenProcesses } from '#processes';
import type { BuildProgress } from '#projections';
import { personRegister, registers } from '#registers';
import { hostOf, type Host, type SimulatedClock } from '#runtime';
import { openSqliteStore, type SqliteStoreOptions } from '#stores';
import { loadOrCreateSecret, openAttemptLog, openKeyRing, type OpenAttemptLog, type OpenKeyRing } from '#vault';
import { openViews, type Views } from '#views';
import { ConfigurationFault } from './configuration-fault.js';
import type { Configuration } from './configuration.js';
import { assertKeysStand, expectationOf, inspectData, type DataFiles } from './log-expectation.js';
import { openServiceProcesses } from './processes.js';
import { sourcesFor } from './sources.js';

/** The service below its HTTP surface: log, keys, views and engine, open. */
export interface Service extends Host {
  readonly configuration: Configuration;
  readonly store: EventStore;
  /** What the log says it is. */
  readonly identity: LogIdentity;
  readonly views: Views;
  readonly keys: OpenKeyRing;
  readonly attempts: OpenAttemptLog;
  /** Opened, not started: see `startProcesses`. */
  readonly processes: OpenProcesses;
  readonly clock: Clock;
  readonly random: Randomness;
  /** The clock that the demonstration moves; undefined where time is real. */
  readonly simulated: SimulatedClock | undefined;
  /** True once everything that must stand before others come in does. */
  prepared(): boolean;
  /** Says that it does. */
  notePrepared(): void;
  close(): Promise<void>;
}

/** Opens the log in a file, or something that keeps the same contract. */
export type OpenStore = (options: SqliteStoreOptions) => Promise<EventStore>;

/** What the opening tells of itself. */
export interface Listener {
  log(line: string): void;
  progress(progress: BuildProgress): void;
}

/**
 * Opens the data folder, making what is not there. What the views have not been built for yet, `views.ready` tells.
 * @throws ConfigurationFault, LogFault, StoreFault, VaultFault, ProjectionsFault, ProcessesFault with a line for the operator
 */
export async function openService(
  configuration: Configuration,
  listener: Listener,
  openStore: OpenStore = openSqliteStore,
): Promise<Service> {
  inspectData(filesIn(configuration), expectationOf(configuration));
  makeFolder(configuration.data);
  const opened: Closable[] = [];
  try {
    return await openParts(configuration, listener, openStore, opened);
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
}

interface Closable {
  close(): Promise<void>;
}

/** What was opened last is closed first. */
async function closeAll(opened: readonly Closable[]): Promise<void> {
  for (const each of opened.toReversed()) await each.close();
}

async function openParts(
  configuration: Configuration,
  listener: Listener,
  openStore: OpenStore,
  opened: Closable[],
): Promise<Service> {
  const file = (name: string): string => join(configuration.data, name);
  const files = filesIn(configuration);
  const keep = <T extends Closable>(part: T): T => {
    opened.push(part);
    return part;
  };
  const store = keep(await openStore({ file: files.log, signalFault: (fault) => listener.log(fault.message) }));
  const { clock, random, simulated } = await sourcesFor(configuration, store);
  const identity = await foundLog(store, expectationOf(configuration), { clock, random });
  const { logId } = identity;
  assertKeysStand(files, (await store.readAll(START, 2)).length);
  const kek = loadOrCreateSecret(file('keys.kek'), random);
  const keys = keep(await openKeyRing({ file: files.keys, kek, random, clock, logId }));
  const attempts = keep(await openAttemptLog({ file: file('refused-attempts.db'), logId }));
  const views = keep(
    await openViews({
      folder: file('views'),
      views: lifecycleModules.map((module) => module.view),
      others: registers,
      answers: overviewAnswers,
      store,
      logId,
      log: (line) => listener.log(line),
      onProgress: (progress) => listener.progress(progress),
    }),
  );
  const host = hostOf({
    ...{ modules: lifecycleModules, answers: overviewAnswers, store, identity, questions: views },
    ...{ persons: personRegister(views.projections), keys, attempts, clock, random },
  });
  let isPrepared = false;
  const prepared = { prepared: () => isPrepared, notePrepared: () => void (isPrepared = true) };
  const processes = keep(
    await openServiceProcesses({
      ...{ folder: file('processes'), host, store, identity, views, clock },
      log: (line) => listener.log(line),
    }),
  );
  return {
    ...host,
    ...prepared,
    identity,
    configuration,
    store,
    views,
    keys,
    attempts,
    processes,
    clock,
    random,
    simulated,
    close: () => closeAll(opened),
  };
}

const filesIn = ({ data }: Configuration): DataFiles => ({ log: join(data, 'log.db'), keys: join(data, 'keys.db') });

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigurationFault(`KHEO_DATA không dùng được thư mục này (the folder cannot be used): ${reason}`);
  }
}
