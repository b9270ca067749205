import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const MAIN = fileURLToPath(new URL('../api/main.js', import.meta.url));
const POLL_MS = 2;

/** The real service in its own process. */
export interface RunningService {
  readonly url: string;
  /** From the start of the process until it said that it is ready. */
  readonly readyMs: number;
  /** Its resident memory in megabytes. */
  memoryMb(): Promise<number>;
  stop(): Promise<void>;
}

/**
 * Starts the service as `npm start` does, on a free port.
 * @param more further environment
 * @throws Error with what it wrote when it ends before it is ready
 */
export async function startService(data: string, more: NodeJS.ProcessEnv = {}): Promise<RunningService> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--enable-source-maps', '--max-semi-space-size=4', MAIN], {
    env: { ...process.env, KHEO_DATA: data, KHEO_PORT: '0', KHEO_PROFILE: 'demo', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit');
  const troubles: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => troubles.push(String(chunk)));
  const failed = exit.then(() =>
    Promise.reject(new Error(`The service ended before it was ready: ${troubles.join('')}`)),
  );
  const ready = addressOf(createInterface(child.stdout)).then(async (url) => (await untilReady(url), url));
  const url = await Promise.race([ready, failed]);
  failed.catch(() => undefined);
  const readyMs = performance.now() - start;
  return { url, readyMs, memoryMb: () => memoryOf(child), stop: () => stop(child, exit) };
}

/** The first line with an address names where it listens. */
async function addressOf(lines: AsyncIterable<string>): Promise<string> {
  let found: string | undefined;
  for await (const line of lines) {
    found = /https?:\/\/[^\s/]+/.exec(line)?.[0];
    if (found !== undefined) return found;
  }
  return new Promise(() => undefined);
}

async function untilReady(url: string): Promise<void> {
  for (;;) {
    const ready = await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await pause(POLL_MS);
  }
}

async function memoryOf({ pid }: ChildProcess): Promise<number> {
  const status = `/proc/${pid}/status`;
  const kilobytes = existsSync(status)
    ? /VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]
    : (await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])).stdout;
  return Number(kilobytes) / 1024;
}

async function stop(child: ChildProcess, exit: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM');
  await exit;
}
