import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { median, type Figures } from './figures.js';
import { measureHttp } from './http.js';
import type { Size } from './options.js';
import { startService } from './service.js';

/** The aim for a service that nobody asks anything of. */
const AIM_MB = 200;

/** The service as its users meet it: how soon it is ready, how much it answers, how much memory it keeps. */
export async function measureService(
  folder: string,
  size: Size,
  step: () => void,
): Promise<Pick<Figures, 'queries' | 'mutation' | 'ready' | 'memory'>> {
  const data = join(folder, 'service');
  const empty = await startService(data);
  await pause(size.restMs);
  const afterSeedingMb = await empty.memoryMb();
  step();
  const load = await measureHttp(empty.url, size, step).finally(() => empty.stop());
  const filled = await restart(data, size, step);
  const { atRestMb } = filled;
  return {
    ...load,
    ready: { emptyMs: empty.readyMs, filledMs: filled.readyMs, filledEvents: filled.events },
    memory: { afterSeedingMb, atRestMb, aimMb: AIM_MB, reached: atRestMb < AIM_MB },
  };
}

async function restart(
  data: string,
  { starts, restMs }: Size,
  step: () => void,
): Promise<{ readyMs: number; atRestMb: number; events: number }> {
  const ready: number[] = [];
  const memory: number[] = [];
  let events = 0;
  for (let start = 0; start < starts; start += 1) {
    const service = await startService(data);
    ready.push(service.readyMs);
    await pause(restMs);
    memory.push(await service.memoryMb());
    events = await eventsIn(service.url);
    await service.stop();
    step();
  }
  return { readyMs: median(ready), atRestMb: median(memory), events };
}

/** How long the log is: in the embedded store positions are counted from one. */
async function eventsIn(url: string): Promise<number> {
  const answer = await (await fetch(`${url}/health/ready`)).json();
  const { projections } = answer as { projections: readonly { position: string }[] };
  return Math.max(...projections.map(({ position }) => Number(position)));
}
