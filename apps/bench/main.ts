import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import { measureViews, measureWrites } from './engine.js';
import { measureFences } from './fences.js';
import type { Figures } from './figures.js';
import { measureListening } from './listening.js';
import { measureGrowth } from './growth.js';
import { machine } from './machine.js';
import { Office } from './office.js';
import { readOptions, type Options } from './options.js';
import { printed } from './print.js';
import { measureService } from './server.js';

/** Measures everything in one run and prints it; the data is thrown away. */
async function main(options: Options): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kheo-bench-'));
  const bar = new SingleBar(
    {
      format: 'Đang đo (measuring) [{bar}] {value}/{total}',
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  if (process.stderr.isTTY) bar.start(options.size.rounds + options.size.starts + 8, 0);
  try {
    const figures = await measure(folder, options, () => bar.increment());
    bar.stop();
    process.stdout.write(options.json ? `${JSON.stringify(figures, undefined, 2)}\n` : printed(figures));
  } finally {
    bar.stop();
    await rm(folder, { recursive: true });
  }
}

async function measure(folder: string, { size, quick }: Options, step: () => void): Promise<Figures> {
  // The service first: afterwards this process is warm and would share the machine with it.
  const service = await measureService(folder, size, step);
  const growth = await measureGrowth(folder, join(folder, 'service'), size.growth, step);
  const office = await Office.open(join(folder, 'office'));
  try {
    const writes = await measureWrites(office, folder, size, step);
    const fences = await measureFences(office, size);
    step();
    const listening = await measureListening(office, size);
    const views = await measureViews(office, size);
    step();
    return { machine: machine(), quick, ...writes, fences, listening, views, growth, ...service };
  } finally {
    await office.close();
  }
}

main(readOptions(process.argv.slice(2))).catch((error: unknown) => {
  process.stderr.write(
    `Không đo được (the benchmark failed): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
});
