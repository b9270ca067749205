import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hueCampaignId } from '#seed';
import type { YearResult } from './demo/result.js';
import { build, type Built, type Ended } from './spec-support/built.js';
import { personOf } from './year/writing.js';

const TIME_FOR_A_YEAR_MS = 120_000;
const SHORT = ['--units', '11', '--json'];

let built: Built;
let runs: readonly Ended[];
const folder = (name: string): string => join(built.place, name);
const resultOf = (run: Ended | undefined): YearResult => JSON.parse(run?.stdout ?? '') as YearResult;

beforeAll(async () => {
  built = await build();
  runs = await Promise.all([
    built.run('demo', '--data', folder('one'), ...SHORT),
    built.run('demo', '--data', folder('two'), ...SHORT),
    built.run('demo', '--data', folder('other'), '--seed', 'another', ...SHORT),
  ]);
}, TIME_FOR_A_YEAR_MS);
afterAll(() => built.remove());

describe('A year in a minute, with few units', () => {
  it('is played to its end without a refusal', () => {
    expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual(runs.map(() => ({ code: 0, stderr: '' })));
  });

  it('leaves the same log to the byte and says the same for the same seed, wherever it is played', () => {
    expect(runs[0]?.stdout).toBe(runs[1]?.stdout);
    expect(resultOf(runs[0]).log.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(resultOf(runs[2]).log.digest).not.toBe(resultOf(runs[0]).log.digest);
  });

  it('ends with nine tenths of the models effective, which is not more than 90%', () => {
    const { targets } = resultOf(runs[0]);
    const primary = targets
      .filter((it) => it.primary)
      .map(({ key, numerator, denominator, met }) => [key, numerator, denominator, met]);
    expect(primary).toEqual([
      ['T-1', 9, 54, false],
      ['T-2', 10, 54, false],
      ['T-3', 9, 10, false],
      ['T-4', 3, 1, true],
    ]);
    expect(targets.filter((it) => !/^[0-9a-f]{64}$/.test(it.figuresHash ?? ''))).toEqual([]);
    expect(targets.find((it) => it.key === 'T-3' && !it.primary)).toMatchObject({ numerator: 9, denominator: 11 });
  });

  it('shows a commendation from its first draft to its publication, with who decided for whom', () => {
    const { history } = resultOf(runs[0]).commendation;
    const decided = history.filter((it) => it.actor.onBehalfOf !== null);
    expect([history.at(0)?.label, history.at(-1)?.label]).toEqual([
      'Lập hồ sơ đề nghị',
      'Công bố quyết định khen thưởng',
    ]);
    expect(decided.map((it) => it.label)).toEqual(['Quyết định khen thưởng', 'Không khen thưởng']);
    expect(decided.every((it) => it.occurredAt < it.recordedAt && it.document !== null && it.reason !== null)).toBe(
      true,
    );
  });

  it('leaves something for those who sign in afterwards', () => {
    expect(resultOf(runs[0]).waiting).toBeGreaterThan(0);
  });

  it('writes no name in clear', () => {
    const bytes = readdirSync(folder('one'))
      .filter((name) => name.startsWith('log.db'))
      .map((name) => readFileSync(join(folder('one'), name)));
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.some((it) => ['head.SNV', 'clerk.SNV'].some((sub) => it.includes(personOf(sub).name)))).toBe(false);
  });

  it('touches no folder that it did not make', async () => {
    mkdirSync(folder('mine'));
    writeFileSync(join(folder('mine'), 'log.db'), 'mine');
    const { code, stderr } = await built.run('demo', '--data', folder('mine'), ...SHORT);
    expect([code, existsSync(join(folder('mine'), '.kheo-demo'))]).toEqual([1, false]);
    expect(stderr).toContain('được giữ nguyên');
  });
});

describe('The command line', () => {
  it('finds the digest that the demonstration printed', async () => {
    const { stdout } = await built.run('main', 'log', 'digest', '--data', folder('one'), '--json');
    expect(JSON.parse(stdout)).toEqual(resultOf(runs[0]).log);
  });

  it('shows a stream, one event a line for programs, as it is stored', async () => {
    const show = (...args: readonly string[]): Promise<Ended> =>
      built.run('main', 'log', 'show', '--data', folder('one'), ...args);
    const { stdout } = await show('--stream', `campaign-${hueCampaignId}`, '--json');
    const events = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; revision: number });
    expect(events.slice(0, 2)).toMatchObject([
      { type: 'CampaignDrafted', revision: 0 },
      { type: 'PolicyVersionAdopted', revision: 1 },
    ]);
    expect((await show('--stream', `campaign-${hueCampaignId}`)).stdout).toContain('CampaignDrafted');
    expect(await show('--stream', 'nothing-here')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('nothing-here'),
    });
  });

  it('helps in Vietnamese and English, and says what is wrong', async () => {
    expect((await built.run('main', '--help')).stdout).toMatch(/công cụ dòng lệnh.*command-line tool/s);
    expect((await built.run('demo', '--help')).stdout).toContain('A year in a minute');
    const wrong = [['log', 'dijest'], ['token'], ['--nonsense'], ['log', 'digest', '--data', folder('none')]];
    const ends = await Promise.all(wrong.map((args) => built.run('main', ...args)));
    expect(ends.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
    expect(ends.map(({ stderr }) => stderr.includes('    at '))).toEqual([false, false, false, false]);
  });

  it('says so when no service answers', async () => {
    const { code, stderr } = await built.run('main', 'token', '--as', 'auditor', '--url', 'http://127.0.0.1:9');
    expect([code, stderr]).toEqual([1, expect.stringContaining('Không nối được')]);
  });
});
