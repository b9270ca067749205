import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventStore } from '#kernel';
import { openSqliteStore } from '#stores';
import { seed } from '#seed';
import { readConfiguration } from '../configuration.js';
import { DEMO_ISSUER } from '../log-expectation.js';
import { startServer, type Server } from '../server.js';
import { openService, type Service } from '../service.js';
import { Client, newCommandId } from '../testing/client.js';
import { expectEnglish, expectVietnamese } from '../testing/expect-refusal.js';
import { draft, planStream } from '../testing/plans.js';
import { BEGIN, demoToken } from '../testing/running-service.js';

const listener = { log: () => undefined, progress: () => undefined };
let data: string;
let service: Service;
let server: Server;
let open: () => void = () => undefined;

/** The same log, from which no projection is filled until the gate is opened. */
function behindGate(store: EventStore): EventStore {
  let isShut = false;
  const gate = new Promise<void>((resolve) => (open = resolve));
  return {
    append: store.append.bind(store),
    readStream: store.readStream.bind(store),
    subscribe: store.subscribe.bind(store),
    head: store.head.bind(store),
    close: store.close.bind(store),
    readAll: async (from, limit) => {
      if (isShut && limit > 2) await gate;
      const events = await store.readAll(from, limit);
      // The simulated clock has looked for the log's last instant: what reads many from here on are the projections.
      isShut ||= events.length === 0;
      return events;
    },
  };
}

const as = (sub: string): Client => new Client(server.url, async () => `Bearer ${await demoToken(server.url, sub)}`);
const ready = async (): Promise<{ status: number; body: { ready: boolean; projections: { building?: object }[] } }> => {
  const response = await fetch(`${server.url}/health/ready`);
  return { status: response.status, body: (await response.json()) as never };
};

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'kheo-api-'));
  const environment = { KHEO_PROFILE: 'demo', KHEO_DATA: data, KHEO_PORT: '0', KHEO_SIMULATED_FROM: BEGIN };
  const configuration = readConfiguration({ ...environment, KHEO_SIMULATION_SEED: 'not-built' });
  const first = await openService(configuration, listener);
  await first.views.ready;
  await seed(first.engine, { issuer: DEMO_ISSUER, concurrency: 32 });
  await first.close();
  await rm(join(data, 'views'), { recursive: true });
  service = await openService(configuration, listener, async (options) => behindGate(await openSqliteStore(options)));
  server = await startServer(service);
}, 60_000);
afterAll(async () => {
  open();
  await server.close();
  await service.close();
  await rm(data, { recursive: true });
});

describe('a service whose views are still being built', () => {
  it('lives, is not ready, and says how far it has come', async () => {
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    const { status, body } = await ready();
    expect({ status, ready: body.ready }).toEqual({ status: 503, ready: false });
    expect(body.projections.map(({ building }) => building)).toEqual(body.projections.map(() => ({ events: 0 })));
  });

  it('says “not now” to whoever reads, in words', async () => {
    const READ = '{ plans { nodes { id } } }';
    const answers = await Promise.all(
      (['vi', 'en'] as const).map((language) => as('snv.officer').send(READ, {}, { language })),
    );
    const [vi, en] = answers.map(({ errors }) => errors?.[0]);
    expect([vi, en].map((it) => it?.extensions.code)).toEqual(['NOT_BUILT_YET', 'NOT_BUILT_YET']);
    expectVietnamese(vi?.message ?? '');
    expectEnglish(en?.message ?? '');
  });

  it('takes a command that asks the views nothing, and says that its dossier cannot be read yet', async () => {
    const document =
      'mutation($input: DraftPlanInput!) { draftPlan(input: $input) { userErrors { code } readable plan { id } } }';
    const input = { ...draft('19753'), commandId: newCommandId() };
    const { data: answer, errors } = await as('clerk.19753').send(document, { input });
    expect({ answer, errors }).toEqual({
      answer: { draftPlan: { userErrors: [], readable: false, plan: null } },
      errors: undefined,
    });
    expect(await service.store.readStream(planStream('19753'))).toHaveLength(1);
  });

  it('is ready once they are built, with what came meanwhile', async () => {
    open();
    await service.views.ready;
    service.notePrepared();
    await service.views.waitFor(await service.store.head(), 30_000);
    expect((await ready()).status).toBe(200);
    expect(await as('clerk.19753').query('{ plans { totalCount } }')).toEqual({ plans: { totalCount: 1 } });
  });
});
