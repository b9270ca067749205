import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seed } from '#seed';
import { readConfiguration } from '../configuration.js';
import { DEMO_ISSUER } from '../log-expectation.js';
import { startServer, type Server } from '../server.js';
import type { EventStore } from '#kernel';
import { openSqliteStore } from '#stores';
import { fencedRestrictedStore } from '#stores/testing';
import { openService, type OpenStore, type Service } from '../service.js';
import { Client } from './client.js';

/** The whole service, opened on a folder of its own and seeded, listening on a port of the system's choosing. */
export interface RunningService {
  readonly url: string;
  readonly data: string;
  readonly service: Service;
  /** Everything that the service told its operator. */
  readonly said: readonly string[];
  /** A client with a token of the demonstration's issuer. */
  as(sub: string): Client;
  readonly anonymous: Client;
  /** A client that sends this as its `Authorization`. */
  withAuthorization(authorization: string): Client;
  head(): Promise<string>;
  stop(): Promise<void>;
}

/** Set to run every specification over the restricted log. */
const EVERY_LOG = process.env['KHEO_SPEC_LOG'] === 'restricted' ? 'restricted' : 'embedded';

/** The instant at which the clock of a specification starts, in the campaign's first year. */
export const BEGIN = '2026-07-01T01:00:00.000Z';

/**
 * Starts the service as the demonstration does, with a clock that moves by command.
 * @param log `restricted`: over a log in memory that offers only what an EventStoreDB does
 * @param around the log as the service is to see it
 * @param from where the clock starts, RFC 3339
 */
export async function startService(
  log: 'embedded' | 'restricted' = EVERY_LOG,
  around: (store: EventStore) => EventStore = (store) => store,
  from: string = BEGIN,
): Promise<RunningService> {
  const data = await mkdtemp(join(tmpdir(), 'kheo-api-'));
  const said: string[] = [];
  const environment = {
    KHEO_PROFILE: 'demo',
    KHEO_DATA: data,
    KHEO_PORT: '0',
    KHEO_SIMULATED_FROM: from,
    KHEO_SIMULATION_SEED: 'acceptance',
  };
  const listener = { log: (line: string) => void said.push(line), progress: () => undefined };
  const openStore: OpenStore = async (options) =>
    around(log === 'restricted' ? fencedRestrictedStore() : await openSqliteStore(options));
  const service = await openService(readConfiguration(environment), listener, openStore);
  await service.views.ready;
  const { position } = await seed(service.engine, { issuer: DEMO_ISSUER, concurrency: 32 });
  await service.views.waitFor(position, 30_000);
  service.notePrepared();
  const server = await startServer(service);
  return running(data, said, service, server);
}

function running(data: string, said: readonly string[], service: Service, server: Server): RunningService {
  const { url } = server;
  return {
    url,
    data,
    service,
    said,
    as: (sub) => new Client(url, async () => `Bearer ${await demoToken(url, sub)}`),
    anonymous: new Client(url, () => Promise.resolve(undefined)),
    withAuthorization: (authorization) => new Client(url, () => Promise.resolve(authorization)),
    head: () => service.store.head(),
    stop: async () => {
      await server.close();
      await service.close();
      await rm(data, { recursive: true });
    },
  };
}

/** A token of the demonstration's issuer, as its page hands it out. */
export async function demoToken(url: string, sub: string): Promise<string> {
  const response = await fetch(`${url}/demo/token?as=${encodeURIComponent(sub)}`);
  const { accessToken } = (await response.json()) as { readonly accessToken?: string };
  if (accessToken === undefined) throw new Error(`There is no persona ${sub}`);
  return accessToken;
}
