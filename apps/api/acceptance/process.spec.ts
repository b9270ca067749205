import { createServer, type Server } from 'node:net';
import { cp, mkdtemp, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { build, type Built, type Ending } from '../testing/built.js';
import { Client } from '../testing/client.js';
import { content, draft, plan } from '../testing/plans.js';
import { demoToken } from '../testing/running-service.js';

const MINUTE = 60_000;
const DEMO = {
  KHEO_PROFILE: 'demo',
  KHEO_PORT: '0',
  KHEO_SIMULATED_FROM: '2026-07-01T01:00:00.000Z',
  KHEO_SIMULATION_SEED: 'process',
};
let built: Built;
/** A data folder that a service has seeded and left. */
let seeded: string;
let data: string;
beforeAll(async () => {
  built = await build();
  seeded = await mkdtemp(join(tmpdir(), 'kheo-seeded-'));
  const first = built.start({ ...DEMO, KHEO_DATA: seeded });
  await first.url;
  await first.stop();
}, MINUTE);
afterAll(async () => {
  await built.remove();
  await rm(seeded, { recursive: true });
});
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'kheo-process-'));
});
afterEach(() => rm(data, { recursive: true }));

/** One readable line in two languages, no stack, and an end that a supervisor notices. */
function expectReadable({ code, err, out }: Ending, words: RegExp, exit: number): void {
  expect(err.trim()).toMatch(words);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).not.toMatch(/^\s+at |node_modules|\.ts:\d/m);
  expect(out).toBe('');
  expect(code).toBe(exit);
}

const as = (url: string, sub: string): Client => new Client(url, async () => `Bearer ${await demoToken(url, sub)}`);

describe('a service that cannot start says why in one line and ends', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['an unknown profile', { KHEO_PROFILE: 'test' }, /Cấu hình sai.*KHEO_PROFILE.*demo.*production/],
    ['a port that is a word', { KHEO_PORT: 'http' }, /KHEO_PORT.*65535/],
    ['a port out of range', { KHEO_PORT: '70000' }, /KHEO_PORT.*65535/],
    [
      'production without its provider',
      { KHEO_PROFILE: 'production' },
      /KHEO_OIDC_ISSUER.*KHEO_OIDC_AUDIENCE.*KHEO_FIRST_ADMIN/,
    ],
    [
      'a provider that is no address',
      { KHEO_PROFILE: 'production', KHEO_OIDC_ISSUER: 'city', KHEO_OIDC_AUDIENCE: 'kheo', KHEO_FIRST_ADMIN: 'a' },
      /KHEO_OIDC_ISSUER.*URL/,
    ],
    ['processes neither on nor off', { KHEO_PROCESSES: 'yes' }, /KHEO_PROCESSES.*on.*off/],
    ['a simulated clock without its seed', { KHEO_SIMULATED_FROM: '2026-07-01T00:00:00Z' }, /KHEO_SIMULATION_SEED/],
    [
      'a simulated clock that is no time',
      { KHEO_SIMULATED_FROM: 'summer', KHEO_SIMULATION_SEED: 'a' },
      /KHEO_SIMULATED_FROM.*RFC 3339/,
    ],
    [
      'a simulated clock in production',
      {
        KHEO_PROFILE: 'production',
        KHEO_OIDC_ISSUER: 'https://id.example.vn',
        KHEO_OIDC_AUDIENCE: 'kheo',
        KHEO_FIRST_ADMIN: 'a',
        KHEO_SIMULATED_FROM: '2026-07-01T00:00:00Z',
        KHEO_SIMULATION_SEED: 'a',
      },
      /KHEO_SIMULATED_FROM.*KHEO_SIMULATION_SEED/,
    ],
  ])('for %s', async (_, environment, words) => {
    expectReadable(await built.start({ KHEO_DATA: data, KHEO_PORT: '0', ...environment }).ended, words, 78);
    expect(await readdir(data)).toEqual([]);
  });

  it(
    'for a port that somebody else holds',
    async () => {
      const other = await new Promise<Server>((ready) => {
        const server = createServer().listen(0, '127.0.0.1', () => ready(server));
      });
      const { port } = other.address() as { port: number };
      const ending = await built.start({ ...DEMO, KHEO_DATA: data, KHEO_PORT: String(port) }).ended;
      expectReadable(ending, /Cổng đang được dùng.*KHEO_PORT.*in use/, 1);
      await new Promise((closed) => other.close(closed));
    },
    MINUTE,
  );

  it('for a data folder that is a file', async () => {
    const file = join(data, 'file');
    await writeFile(file, '');
    expectReadable(await built.start({ ...DEMO, KHEO_DATA: file }).ended, /KHEO_DATA.*folder.*file/, 78);
  });

  it(
    'for a data folder that another service uses, which goes on working',
    async () => {
      const first = built.start({ ...DEMO, KHEO_DATA: data });
      const url = await first.url;
      expectReadable(
        await built.start({ ...DEMO, KHEO_DATA: data }).ended,
        /log\.db.*đang sử dụng.*another process/,
        1,
      );
      expect((await as(url, 'auditor').send('{ units { totalCount } }')).data).toEqual({ units: { totalCount: 67 } });
      expect(await first.stop()).toMatchObject({ code: 0, out: expect.stringContaining('Đã dừng. (Stopped.)') });
    },
    MINUTE,
  );

  it.each<[string, (file: string) => Promise<void>]>([
    ['is no database', (file) => writeFile(file, 'Kế hoạch '.repeat(1000))],
    ['was overwritten from its beginning', (file) => overwrite(file, 0, 4_096)],
    ['was cut short', (file) => cut(file)],
  ])(
    'for a log that %s',
    async (_, spoil) => {
      await cp(seeded, data, { recursive: true });
      await spoil(join(data, 'log.db'));
      expectReadable(
        await built.start({ ...DEMO, KHEO_DATA: data }).ended,
        /log\.db.*(hỏng|không phải là cơ sở dữ liệu)/,
        1,
      );
    },
    MINUTE,
  );
});

async function overwrite(file: string, from: number, count: number): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.write(Buffer.alloc(count, 0xa5), 0, count, from);
  await handle.close();
}

async function cut(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.truncate(20_000);
  await handle.close();
}

describe('a service whose disk is full', () => {
  it(
    'refuses to write on, keeps answering what it can read, and has lost nothing when it starts again',
    async () => {
      await cp(seeded, data, { recursive: true });
      const full = Math.ceil((await stat(join(data, 'log.db'))).size / 512) + 1_000;
      const cramped = built.start({ ...DEMO, KHEO_DATA: data }, full);
      const url = await cramped.url;
      const clerk = as(url, 'clerk.19753');
      const { acknowledged, refused } = await writeUntilFull(clerk);
      expect(acknowledged).toBeGreaterThan(5);
      expect(refused).toMatchObject([{ extensions: { code: 'UNEXPECTED_FAULT', errorId: expect.any(String) } }]);
      expect(JSON.stringify(refused)).not.toMatch(/log\.db|SQLITE|disk/i);
      expect(cramped.said()).toMatch(/log\.db.*(đĩa đã đầy|lỗi đọc ghi)/);
      await cramped.stop();

      const again = built.start({ ...DEMO, KHEO_DATA: data });
      const head = as(await again.url, 'clerk.19753');
      const shown = await head.query<{ plan: { revision: number } }>('query($id: ID!) { plan(id: $id) { revision } }', {
        id: plan('19753'),
      });
      expect(shown.plan.revision).toBeGreaterThanOrEqual(acknowledged - 1);
      expect((await head.mutate('revisePlan', { id: plan('19753'), content: content() })).userErrors).toEqual([]);
      await again.stop();
    },
    MINUTE,
  );

  async function writeUntilFull(clerk: Client): Promise<{ acknowledged: number; refused: unknown }> {
    const tasks = Array.from({ length: 100 }, (_, index) => ({
      title: `${'k'.repeat(290)} ${index}`,
      due: '2026-10-01',
    }));
    await clerk.mutate('draftPlan', draft('19753'));
    for (let acknowledged = 1; acknowledged < 1_000; acknowledged += 1) {
      const answer = await clerk.command('revisePlan', {
        id: plan('19753'),
        content: content({ tasks, title: `Bản ${acknowledged}` }),
      });
      if (answer.errors) return { acknowledged, refused: answer.errors };
    }
    throw new Error('The disk never filled');
  }
});

describe('a service that is killed', () => {
  it(
    'has kept everything that it acknowledged',
    async () => {
      const first = built.start({ ...DEMO, KHEO_DATA: data });
      const answer = await as(await first.url, 'clerk.19753').mutate('draftPlan', draft('19753'));
      await first.stop('SIGKILL');
      const again = built.start({ ...DEMO, KHEO_DATA: data });
      const read =
        'query($id: ID!, $position: LogPosition) { plan(id: $id, minPosition: $position) { revision history { id } } }';
      const shown = await as(await again.url, 'clerk.19753').query(read, {
        id: plan('19753'),
        position: answer.position,
      });
      expect(shown).toEqual({ plan: { revision: 0, history: [{ id: answer.eventIds[0] }] } });
      await again.stop();
    },
    MINUTE,
  );
});
