import { signIn, type Client } from './client.js';
import { median, type GrowthFigures } from './figures.js';
import { largeLogs, rebuilt, type LargeLog } from './growth-logs.js';
import { planIn, readsOf, type GrowthRead } from './growth-reads.js';
import type { GrowthSize } from './options.js';
import { startService, type RunningService } from './service.js';

/** What a read of ten times the events may cost at most, beside the same read of the small log. */
const AIM = 2;
/** What a rebuild may take of memory beyond that of the small log. */
const MEMORY_AIM = 1.25;
const WARM_UP = 5;

/** The clock of both services goes on where their logs end. */
const SIMULATED = { KHEO_SIMULATED_FROM: '2026-07-01T01:00:00.000Z', KHEO_SIMULATION_SEED: 'bench' };

/**
 * The reads of the API over a small and a large log, and rebuilds of both. The two services take turns, so that a machine that slows
 * down slows both.
 */
export async function measureGrowth(
  folder: string,
  own: string,
  size: GrowthSize,
  step: () => void,
): Promise<GrowthFigures> {
  const logs = await largeLogs(folder, own, size);
  const [small, large] = [await rebuilt(logs[0]), await rebuilt(logs[1])];
  step();
  const reads = await measureReads(logs, size);
  step();
  const grown = large.peakMb / small.peakMb;
  return {
    events: size.events,
    reads,
    worst: Math.max(...reads.map(({ ratio }) => ratio)),
    aim: AIM,
    reached: reads.every(({ ratio }) => ratio <= AIM),
    rebuild: { small, large, ratio: grown, aim: MEMORY_AIM, reached: grown <= MEMORY_AIM },
  };
}

type Desks = Readonly<Record<GrowthRead['as'], Client>>;

async function measureReads(
  [small, large]: readonly [LargeLog, LargeLog],
  { rounds, year }: GrowthSize,
): Promise<GrowthFigures['reads']> {
  const services: RunningService[] = [];
  const open = async ({ data }: LargeLog): Promise<Desks> => {
    const service = await startService(data, SIMULATED);
    services.push(service);
    return { officer: await signIn(service.url, 'snv.officer'), clerk: await signIn(service.url, 'clerk.19753') };
  };
  try {
    const desks = [await open(small), await open(large)] as const;
    const reads = readsOf(await planIn(desks[0].officer), year === 'demonstration');
    const found: GrowthFigures['reads'][number][] = [];
    for (const read of reads) found.push(await measureRead(read, desks, rounds));
    return found;
  } finally {
    await Promise.all(services.map((service) => service.stop()));
  }
}

async function measureRead(
  read: GrowthRead,
  desks: readonly [Desks, Desks],
  rounds: number,
): Promise<GrowthFigures['reads'][number]> {
  const times: readonly [number[], number[]] = [[], []];
  for (let round = -Math.min(WARM_UP, rounds); round < rounds; round += 1) {
    for (const [index, desk] of desks.entries()) {
      const took = await timeOf(read, desk[read.as]);
      if (round >= 0) times[index]?.push(took);
    }
  }
  const [smallMs, largeMs] = [median(times[0]), median(times[1])];
  const who = read.as === 'officer' ? 'chuyên viên (officer)' : 'cán bộ đơn vị (clerk)';
  return { name: `${who}, ${read.name}`, smallMs, largeMs, ratio: largeMs / smallMs };
}

async function timeOf({ name, query, variables, holds }: GrowthRead, client: Client): Promise<number> {
  const start = performance.now();
  const answer = await client.ask(query, variables);
  const took = performance.now() - start;
  const text = JSON.stringify(answer);
  if (holds && !holds.test(text))
    throw new Error(`${name}: the answer is not what is to be measured: ${text.slice(0, 500)}`);
  return took;
}
