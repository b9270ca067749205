import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Figures } from './figures.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TEST_FILES = '**/*.spec.ts,**/spec-support/**,**/testing/**,apps/console/**';
const LONGEST_MS = 240_000;

const run = promisify(execFile);
let place: string;

/** The whole house built as `npm run build` does, in a folder of its own. */
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'kheo-built-'));
  await cp(join(ROOT, 'package.json'), join(place, 'package.json'));
  await symlink(join(ROOT, 'node_modules'), join(place, 'node_modules'));
  const swc = join(ROOT, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  await run(process.execPath, [swc, 'apps', 'libs', '-d', join(place, 'dist'), '--quiet', '--ignore', TEST_FILES], {
    cwd: ROOT,
  });
}, LONGEST_MS);

afterAll(() => rm(place, { recursive: true }));

/** Every number in the figures, under its path. */
function numbersIn(value: unknown, path: string): readonly (readonly [string, number])[] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => numbersIn(item, `${path}.${key}`));
}

it(
  'A quick run measures everything against the real store, engine and service, and leaves nothing behind',
  async () => {
    const own = await mkdtemp(join(tmpdir(), 'kheo-bench-spec-'));
    const environment = { ...process.env, TMPDIR: own };
    const { stdout, stderr } = await run(
      process.execPath,
      ['--no-warnings', join(place, 'dist/apps/bench/main.js'), '--quick', '--json'],
      { env: environment },
    );
    const figures = JSON.parse(stdout) as Figures;
    expect(stderr).toBe('');
    expect(Object.keys(figures).sort()).toEqual([
      'appends',
      'commands',
      'fences',
      'growth',
      'listening',
      'machine',
      'memory',
      'mutation',
      'queries',
      'quick',
      'ready',
      'views',
    ]);
    expect(figures.queries.length).toBe(3);
    expect(numbersIn(figures, 'figures').length).toBeGreaterThan(30);
    // The first command passes no fence.
    expect(numbersIn(figures, 'figures').filter(([, value]) => !(value > 0))).toEqual([['figures.fences.0.fences', 0]]);
    expect(await readdir(own)).toEqual([]);
    await rm(own, { recursive: true });
  },
  LONGEST_MS,
);
