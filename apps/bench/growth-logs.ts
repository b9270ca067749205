import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { GrowthSize } from './options.js';

const program = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const run = promisify(execFile);

/** Runs a program of the house to its end and reads the JSON that it prints. */
async function told<T>(path: string, args: readonly string[], flags: readonly string[] = []): Promise<T> {
  const command = ['--no-warnings', ...flags, program(path), ...args];
  const { stdout } = await run(process.execPath, command, { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout) as T;
}

/** A log made for measuring. */
export interface LargeLog {
  readonly data: string;
  readonly events: number;
}

/**
 * Makes logs of two sizes out of one year: the same units, campaigns alike, more years.
 * @param own the data folder of a service that has ended, taken for a year where no demonstration is to be played
 */
export async function largeLogs(
  folder: string,
  own: string,
  { year, events, groups }: GrowthSize,
): Promise<readonly [LargeLog, LargeLog]> {
  const from = year === 'demonstration' ? join(folder, 'year') : own;
  if (year === 'demonstration') await told('cli/demo.js', ['--data', from, '--json']);
  const grown = async (count: number): Promise<LargeLog> => {
    const data = join(folder, `grown-${count}`);
    const size = ['--events', String(count), '--groups', String(groups)];
    await told('cli/main.js', ['log', 'grow', '--from', from, '--data', data, ...size, '--json']);
    return { data, events: count };
  };
  return [await grown(events[0]), await grown(events[1])];
}

/** What a rebuild of the views took. */
export interface Rebuilt {
  readonly seconds: number;
  readonly peakMb: number;
}

/** The heap of a rebuild is bounded, so that what is measured is what it needs, not what the garbage collector lets lie. */
const BOUNDED_HEAP = '--max-old-space-size=192';

/** Builds the views of a log from its beginning, in a process that does nothing else. */
export const rebuilt = ({ data }: LargeLog): Promise<Rebuilt> => told('bench/rebuild.js', [data], [BOUNDED_HEAP]);
