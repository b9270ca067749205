import { execFile, spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** The service built as the project builds it, in a folder of its own. */
export interface Built {
  /** Starts it in a process of its own; `limitBlocks` caps the size of its files in half kilobytes, as a full disk would. */
  start(environment: Readonly<Record<string, string>>, limitBlocks?: number): ServiceProcess;
  /** Ends the processes that still run and removes the build. */
  remove(): Promise<void>;
}

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A running service. */
export interface ServiceProcess {
  /** Its address, once it listens; an error with what it said when it ends before. */
  readonly url: Promise<string>;
  readonly ended: Promise<Ending>;
  /** Everything it has said so far. */
  said(): string;
  stop(signal?: NodeJS.Signals): Promise<Ending>;
}

const IGNORED = '**/*.spec.ts,**/spec-support/**,**/testing/**,apps/console/**';

/** Builds the service. */
export async function build(): Promise<Built> {
  const place = await mkdtemp(join(tmpdir(), 'kheo-built-'));
  await copyFile('package.json', join(place, 'package.json'));
  await symlink(resolve('node_modules'), join(place, 'node_modules'));
  const swc = resolve('node_modules', '@swc', 'cli', 'bin', 'swc.js');
  await promisify(execFile)(process.execPath, [
    swc,
    'apps',
    'libs',
    '-d',
    join(place, 'dist'),
    '--quiet',
    '--ignore',
    IGNORED,
  ]);
  const running = new Set<ServiceProcess>();
  return {
    start: (environment, limitBlocks) => {
      const service = startProcess(place, environment, limitBlocks);
      running.add(service);
      return service;
    },
    remove: async () => {
      await Promise.all([...running].map((it) => it.stop('SIGKILL')));
      await rm(place, { recursive: true });
    },
  };
}

function startProcess(
  place: string,
  environment: Readonly<Record<string, string>>,
  limitBlocks: number | 'unlimited' = 'unlimited',
): ServiceProcess {
  const limited = [
    '-c',
    'ulimit -f "$0" && exec "$@"',
    String(limitBlocks),
    process.execPath,
    '--enable-source-maps',
    join(place, 'dist/apps/api/main.js'),
  ];
  const child = spawn('sh', limited, {
    cwd: place,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = new Promise<Ending>((done) => child.once('close', (code, signal) => done({ code, signal, ...said })));
  const url = new Promise<string>((found, fail) => {
    child.stdout.on('data', () => {
      const address = /\(ready\): (http:\S+)/.exec(said.out)?.[1];
      if (address !== undefined) found(address);
    });
    void ended.then((ending) => fail(new Error(`The service ended with ${String(ending.code)}: ${ending.err}`)));
  });
  url.catch(() => undefined);
  const stop = (signal: NodeJS.Signals = 'SIGTERM'): Promise<Ending> => {
    child.kill(signal);
    return ended;
  };
  return { url, ended, said: () => said.out + said.err, stop };
}
