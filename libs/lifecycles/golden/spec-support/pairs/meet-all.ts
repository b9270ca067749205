import { lifecycleModules } from '#lifecycles';
import { rowsOf, type Pair } from './partners.js';
import { byRows, eachOnce, sampled, type Sampling } from './plan.js';
import { playedYear } from './recorded-year.js';
import { storyWithRivals } from './story-of-rivals.js';
import { verdictsOf, type Planned, type Serial, type Verdict } from './verdict.js';
import { pairsOf } from './year-pairs.js';

/** What became of the pairs of one kind of fence. */
export interface Tally {
  readonly kind: string;
  /** How many pairs of rows meet, each run at least once. */
  rows: number;
  runs: number;
  /** Runs of pairs of which each is accepted alone and one makes the other refused. */
  interesting: number;
  /** Times a command was told to come again. */
  busy: number;
  /** Runs in which a command stayed busy. */
  notRun: number;
  /** The rows and what was wrong, by run. */
  readonly broken: string[];
}

/** How long to go on, and who is told how far it has come. */
export interface Asked extends Sampling {
  /** Meetings of each kind of fence, beside each pair of rows once. */
  readonly runs: number;
  told(task: string, done: number, total: number): void;
}

/** Runs each pair of rows that share a fence once, and as many sampled meetings of each kind of fence as asked for. */
export async function meetAll(asked: Asked): Promise<readonly Tally[]> {
  const year = await playedYear(storyWithRivals);
  const pairs = await pairsOf(year);
  const kinds = Map.groupBy(pairs, ({ kind }) => kind);
  const tallies = new Map([...kinds].map(([kind, own]) => [kind, empty(kind, byRows(own).size)] as const));
  const serials = new Map<Pair, Serial>();
  const run = async (task: string, plan: readonly Planned[]): Promise<void> => {
    let done = 0;
    for await (const verdict of verdictsOf(year, plan, lifecycleModules, serials)) {
      asked.told(task, (done += 1), plan.length);
      count(tallies.get(verdict.planned.pair.kind), verdict);
    }
  };
  await run('each pair of rows', eachOnce(pairs, asked));
  const samples = [...kinds].flatMap(([kind, own]) =>
    sampled(own, serials, asked.runs, { ...asked, seed: `${asked.seed} ${kind}` }),
  );
  await run('sampled', samples);
  return [...tallies.values()].toSorted((one, other) => (one.kind < other.kind ? -1 : 1));
}

const empty = (kind: string, rows: number): Tally => ({
  ...{ kind, rows, runs: 0, interesting: 0, busy: 0, notRun: 0 },
  broken: [],
});

function count(tally: Tally | undefined, { planned, interesting, busy, notRun, broken }: Verdict): void {
  if (!tally) return;
  tally.runs += 1;
  tally.interesting += Number(interesting);
  tally.busy += busy;
  tally.notRun += Number(notRun);
  if (broken !== undefined) tally.broken.push(`${rowsOf(planned.pair)}: ${broken} (${planned.seed})`);
}
