import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ProjectCopy, type Started } from './spec-support/project-copy.js';
import { Client } from './testing/client.js';
import { demoToken } from './testing/running-service.js';

const EXAMPLE = 'docs/how-to/example-projection/census';
const FOLDER = 'libs/registers/census';
const LIST = 'libs/registers/list.ts';
const LINE = "export { census } from './census/projection.js';\n";
const VIEW = 'libs/lifecycles/plan/view.ts';
const LONG = 180_000;

const data = mkdtempSync(join(tmpdir(), 'kheo-upgrade-'));
const environment = {
  KHEO_DATA: data,
  KHEO_SIMULATED_FROM: '2026-09-10T01:00:00.000Z',
  KHEO_SIMULATION_SEED: 'upgrade',
};
const filesIn = (): readonly string[] =>
  readdirSync(join(data, 'views'))
    .filter((name) => name.endsWith('.db'))
    .sort();

let [present, next]: ProjectCopy[] = [];
let server: Started;

const totals = async (): Promise<unknown> =>
  new Client(server.url, async () => `Bearer ${await demoToken(server.url, 'snv.officer')}`).query(
    '{ units { totalCount } campaigns { totalCount } }',
  );
const SEEN = { units: { totalCount: 67 }, campaigns: { totalCount: 1 } };

/** Reads until told to end; what was answered each time. */
async function readMeanwhile<T>(
  work: Promise<T>,
): Promise<{ readonly result: T; readonly answers: readonly unknown[] }> {
  const answers: unknown[] = [];
  let ended = false;
  const end = work.finally(() => (ended = true));
  while (!ended) answers.push(await totals().catch((error: unknown) => String(error)));
  return { result: await end, answers };
}

beforeAll(async () => {
  present = new ProjectCopy();
  next = new ProjectCopy();
  cpSync(EXAMPLE, next.path(FOLDER), { recursive: true });
  writeFileSync(next.path(LIST), readFileSync(next.path(LIST), 'utf8') + LINE);
  const view = readFileSync(next.path(VIEW), 'utf8');
  writeFileSync(next.path(VIEW), view.replace(/version: \d+/, 'version: 1000'));
  await present.build();
  await next.build();
  server = await present.start(environment);
}, LONG);

afterAll(async () => {
  await server?.stop();
  present?.remove();
  next?.remove();
  rmSync(data, { recursive: true, force: true });
}, LONG);

describe('a release with a changed view and one more projection', () => {
  it('is one folder, one line and a raised version', () => {
    const before = present?.sources();
    const changed = [...(next?.sources() ?? [])].filter(([path, text]) => before?.get(path) !== text);
    expect(changed.map(([path]) => path).sort()).toEqual([VIEW, `${FOLDER}/projection.ts`, LIST].sort());
  });

  it(
    'has its files filled while the present one goes on serving',
    async () => {
      const [old] = filesIn();
      const build = next?.run(process.execPath, ['dist/apps/cli/main.js', 'views', 'build', '--data', data, '--json']);
      const { result, answers } = await readMeanwhile(build ?? Promise.reject(new Error('There is no next release')));
      expect(answers.length).toBeGreaterThan(0);
      expect(answers).toEqual(answers.map(() => SEEN));
      expect((JSON.parse(result) as { events: number }[]).map(({ events }) => events > 0)).toEqual([true, true]);
      expect(filesIn()).toEqual([expect.stringMatching(/^census-0001-/), old, expect.stringMatching(/^views-0002-/)]);
      expect(await totals()).toEqual(SEEN);
    },
    LONG,
  );

  it(
    'takes over what was filled, and clears away the files of the one before',
    async () => {
      const inode = (name: string): number => statSync(join(data, 'views', name)).ino;
      const [, , filled = ''] = filesIn();
      const before = inode(filled);
      await server.stop();
      server = (await next?.start(environment)) ?? server;
      expect(await totals()).toEqual(SEEN);
      expect(filesIn()).toEqual([expect.stringMatching(/^census-0001-/), filled]);
      expect(inode(filled)).toBe(before);
    },
    LONG,
  );

  it('keeps the new projection in step with the log, in a file of its own', async () => {
    const ready = (await (await fetch(`${server.url}/health/ready`)).json()) as {
      projections: { name: string; position: string; stopped: boolean }[];
    };
    const [census, plan] = ['census', 'plan'].map((name) => ready.projections.find((it) => it.name === name));
    expect(census).toEqual({ name: 'census', position: plan?.position, stopped: false });
    await server.stop();
    const file = new DatabaseSync(join(data, 'views', filesIn()[0] ?? ''), { readOnly: true });
    const log = new DatabaseSync(join(data, 'log.db'), { readOnly: true });
    expect(file.prepare('SELECT sum(number) AS number FROM census').get()).toEqual(
      log.prepare('SELECT count(*) AS number FROM events').get(),
    );
    file.close();
    log.close();
  });
});
