import { exclusive, shared, unfenced, type EventStore, type Transition } from '#kernel';
import { lifecycleModules } from '#lifecycles';
import { systemClock, systemRandomness } from '#runtime';
import { fencedStore } from '#stores';
import { median, rateOf, type FenceFigure, type FencesPassed as Passing } from './figures.js';
import type { Office } from './office.js';
import type { Size } from './options.js';

const NONE: Passing = { fences: 0, use: 'shared' };
const MEASURED: readonly Passing[] = [
  NONE,
  { fences: 1, use: 'shared' },
  { fences: 4, use: 'shared' },
  { fences: 1, use: 'exclusive' },
  { fences: 4, use: 'exclusive' },
];

type Rates = Readonly<Record<'embedded' | 'oneStream', number>>;

/** The same command with no, one and four fences; they take turns, so that a machine that slows down slows all of them. */
export async function measureFences(office: Office, size: Size): Promise<readonly FenceFigure[]> {
  const rounds: (readonly Rates[])[] = [];
  for (let round = 0; round < size.rounds; round += 1) {
    const rates: Rates[] = [];
    for (const passing of MEASURED) rates.push(await ratesOf(office, size, passing));
    rounds.push(rates);
  }
  const over = (place: number, of: keyof Rates): number =>
    median(rounds.map((rates) => rates[place]?.[of] ?? Number.NaN));
  const ofNone = (place: number, of: keyof Rates): number =>
    median(rounds.map((rates) => (rates[place]?.[of] ?? Number.NaN) / (rates[0]?.[of] ?? Number.NaN)));
  return MEASURED.map((passing, place) => ({
    ...passing,
    perSecond: over(place, 'embedded'),
    ofNone: ofNone(place, 'embedded'),
    overOneStream: over(place, 'oneStream'),
    overOneStreamOfNone: ofNone(place, 'oneStream'),
  }));
}

async function ratesOf(office: Office, size: Size, passing: Passing): Promise<Rates> {
  const count = size.fenced;
  const rate = async (store: EventStore): Promise<number> => {
    const engine = office.engineOver(store, tablesWith(passing));
    // Every dossier once: the engine is new and has read none.
    await office.reviseBy(engine, 64, 64);
    return rateOf(count, () => office.reviseBy(engine, 64, count));
  };
  const embedded = await rate(office.store);
  const oneStream = await rate(
    fencedStore(office.store, { clock: systemClock, random: systemRandomness, elapsed: () => performance.now() }),
  );
  await office.views.waitFor(await office.store.head(), 60_000);
  return { embedded, oneStream };
}

/** The tables as they are, but for the row that is measured: it passes just these fences, of its own dossier. */
function tablesWith({ fences, use }: Passing): typeof lifecycleModules {
  const pass = use === 'shared' ? shared : exclusive;
  const named = Array.from({ length: fences }, (_, number) =>
    pass(`bench${String.fromCharCode(97 + number)}`, (_state: unknown, _command: unknown, id: string) => [id]),
  );
  return lifecycleModules.map((module) => {
    const { commands } = module.lifecycle;
    const row = commands['RevisePlan'];
    return row
      ? { ...module, lifecycle: { ...module.lifecycle, commands: { ...commands, RevisePlan: passing(row, named) } } }
      : module;
  });
}

const passing = (row: Transition, fences: Transition['fences']): Transition => ({
  ...row,
  fences,
  reads: Object.fromEntries(
    Object.entries(row.reads).map(([key, read]) => [key, { ...read, fence: unfenced('not what is measured') }]),
  ),
});
