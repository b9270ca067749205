import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ceilingRate, rowsLike, storeRate } from './appends.js';
import { median, rateOf, type AppendFigures, type CommandFigures, type Figures } from './figures.js';
import type { Office } from './office.js';
import type { Callers, Size } from './options.js';

/** The aim for 64 callers: the share of the bare ceiling that the store reaches with its thread, checks and callers. */
const AIM = 0.6;
const CALLERS: readonly Callers[] = [1, 64];
const SAMPLES = 500;

/** What one round has measured for so many callers. */
interface Round {
  readonly callers: Callers;
  readonly ceiling: number;
  readonly store: number;
  readonly commands: number;
}

/** Appends and commands. Ceiling, store and engine take turns, so that a machine that slows down slows all of them. */
export async function measureWrites(
  office: Office,
  folder: string,
  size: Size,
  step: () => void,
): Promise<Pick<Figures, 'appends' | 'commands'>> {
  await office.revise(64, SAMPLES);
  const rounds: Round[] = [];
  const newPersons: number[] = [];
  for (let number = 0; number < size.rounds; number += 1) {
    for (const callers of CALLERS)
      rounds.push(await measureRound(office, join(folder, `round-${number}-${callers}`), callers, size));
    newPersons.push(await rateOf(size.commands[1], () => office.revise(64, size.commands[1], true)));
    step();
  }
  const [one, sixtyFour] = [appendsOf(rounds, 1), appendsOf(rounds, 64)];
  return {
    appends: { one, sixtyFour, aim: AIM, reached: sixtyFour.ratio >= AIM },
    commands: {
      one: beside(
        one,
        rounds.filter((it) => it.callers === 1).map((it) => it.commands),
      ),
      sixtyFour: beside(
        sixtyFour,
        rounds.filter((it) => it.callers === 64).map((it) => it.commands),
      ),
      newPersons: beside(sixtyFour, newPersons),
    },
  };
}

async function measureRound(office: Office, folder: string, callers: Callers, size: Size): Promise<Round> {
  mkdirSync(folder);
  const rows = rowsLike(await office.lastEvents(SAMPLES), callers, size.appends[callers]);
  const ceiling = await ceilingRate(folder, rows, callers);
  const store = await storeRate(folder, rows, callers);
  const commands = await rateOf(size.commands[callers], () => office.revise(callers, size.commands[callers]));
  await office.views.waitFor(await office.store.head(), 60_000);
  return { callers, ceiling, store, commands };
}

function appendsOf(rounds: readonly Round[], callers: Callers): AppendFigures {
  const own = rounds.filter((it) => it.callers === callers);
  return {
    store: median(own.map((it) => it.store)),
    ceiling: median(own.map((it) => it.ceiling)),
    ratio: median(own.map((it) => it.store / it.ceiling)),
  };
}

const beside = ({ store }: AppendFigures, rates: readonly number[]): CommandFigures => ({
  commands: median(rates),
  ofAppends: median(rates) / store,
});

/** Events into the views: all of the log anew, and those that came while the views were away. */
export async function measureViews(office: Office, size: Size): Promise<Figures['views']> {
  let events = 0;
  const rebuild = await perSecond(
    () => office.views.rebuild(({ done }) => (events = done)),
    () => events,
  );
  await office.behindTheViews(() => office.revise(64, size.followed));
  const head = await office.store.head();
  const following = await rateOf(size.followed, () => office.views.waitFor(head, 60_000));
  return { events, rebuild, following };
}

/** Like `rateOf` where the work itself finds out how much there was. */
async function perSecond(work: () => Promise<void>, count: () => number): Promise<number> {
  const one = await rateOf(1, work);
  return one * count();
}
