import { execFile, spawn, type ChildProcessByStdio } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The store built as the service builds it, so that processes of their own can run it. */
export interface Built {
  /** Starts a program of this folder in its own process; `limitBlocks` caps the size of its files, as a full disk would. */
  run(program: 'appender' | 'filler', file: string, limitBlocks?: number): Child;
  /** Ends the processes that still run. */
  endAll(): Promise<void>;
  remove(): Promise<void>;
}

/** A process that runs a store. */
export interface Child {
  readonly process: ChildProcessByStdio<null, Readable, null>;
  readonly lines: Interface;
  /** Resolves when the process has ended and all it said has been read. */
  readonly ended: Promise<void>;
}

/** Builds the stores and what they stand on into a folder of their own. */
export async function build(): Promise<Built> {
  const place = await mkdtemp(join(tmpdir(), 'kheo-built-'));
  await cp(join(ROOT, 'package.json'), join(place, 'package.json'));
  await symlink(join(ROOT, 'node_modules'), join(place, 'node_modules'));
  const swc = join(ROOT, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const what = [
    'libs/kernel',
    'libs/sqlite',
    'libs/stores',
    '-d',
    join(place, 'dist'),
    '--quiet',
    '--ignore',
    '**/*.spec.ts',
  ];
  await promisify(execFile)(process.execPath, [swc, ...what], { cwd: ROOT });
  const programs = join(place, 'dist', 'libs', 'stores', 'spec-support');
  const children = new Set<Child>();
  return {
    run: (program, file, limitBlocks) => {
      const child = start(join(programs, `${program}.js`), file, limitBlocks);
      children.add(child);
      return child;
    },
    endAll: async () => {
      for (const child of children) child.process.kill('SIGKILL');
      await Promise.all([...children].map(({ ended }) => ended));
      children.clear();
    },
    remove: () => rm(place, { recursive: true }),
  };
}

function start(program: string, file: string, limitBlocks: number | 'unlimited' = 'unlimited'): Child {
  const limited = ['-c', 'ulimit -f "$0" && exec "$@"', String(limitBlocks)];
  const child = spawn('sh', [...limited, process.execPath, '--no-warnings', program, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout);
  const ended = Promise.all([
    new Promise((resolve) => child.once('close', resolve)),
    new Promise((resolve) => lines.once('close', resolve)),
  ]);
  return { process: child, lines, ended: ended.then(() => undefined) };
}
