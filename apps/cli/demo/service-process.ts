import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Api } from '../client/api.js';
import { Problem } from '../problem.js';

const PROGRAM = fileURLToPath(new URL('../../api/main.js', import.meta.url));
const POLL_MS = 50;
const LAST_LINES = 12;

/** What the service is started with. */
export interface ServiceSettings {
  readonly data: string;
  readonly port: number;
  /** Where its simulated clock begins. */
  readonly from: string;
  /** What its keys and nonces follow from. */
  readonly seed: string;
  /** Ends the service when the program is to end. */
  readonly signal: AbortSignal;
}

/** The real service in a process of its own. */
export interface ServiceProcess {
  readonly api: Api;
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;
  /** Asks the process to close in order, and waits until it has. */
  stop(): Promise<void>;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** Settings of a service that this shell may have set for another one do not apply. */
function environmentFor({ data, port, from, seed }: Omit<ServiceSettings, 'signal'>): NodeJS.ProcessEnv {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('KHEO_')));
  return {
    ...inherited,
    KHEO_PROFILE: 'demo',
    KHEO_DATA: data,
    KHEO_PORT: String(port),
    KHEO_SIMULATED_FROM: from,
    KHEO_SIMULATION_SEED: seed,
  };
}

/**
 * Starts the service and waits until it is ready.
 * @throws Problem with the service's own last words when it ends before it listens
 */
export async function startService(settings: ServiceSettings): Promise<ServiceProcess> {
  const child = spawn(process.execPath, ['--enable-source-maps', '--max-semi-space-size=4', PROGRAM], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environmentFor(settings),
    signal: settings.signal,
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  const api = new Api(await urlOf(child));
  while (!(await api.isReady())) await wait(POLL_MS);
  return { api, ended, stop };
}

/** The address that the service says it listens at; all else that it says is kept for the case that it fails. */
function urlOf(child: Child): Promise<string> {
  const said: string[] = [];
  const hear = (line: string): void => void said.splice(0, Math.max(0, said.push(line) - LAST_LINES));
  createInterface(child.stderr).on('line', hear);
  return new Promise((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      hear(line);
      const [url] = /http:\/\/\S+/.exec(line) ?? [];
      if (url !== undefined && line.includes('(ready)')) resolve(url);
    });
    child.once('error', reject);
    child.once('close', (code) =>
      reject(
        new Problem(
          `Dịch vụ dừng khi chưa sẵn sàng, mã ${code}. (The service ended before it was ready.)\n${said.join('\n')}`,
        ),
      ),
    );
  });
}
