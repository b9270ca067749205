import { beforeAll, describe, expect, it } from '@jest/globals';
import { fencesNamedBy } from '#kernel';
import { lifecycleModules } from '#lifecycles';
import { CASES } from './spec-support/pairs/cases.js';
import type { StoreKind } from './spec-support/pairs/fork.js';
import { rowsOf, type Pair } from './spec-support/pairs/partners.js';
import { inTurnOf } from './spec-support/pairs/plan.js';
import { playedYear, type Year } from './spec-support/pairs/recorded-year.js';
import { storyWithRivals } from './spec-support/pairs/story-of-rivals.js';
import { withoutFence } from './spec-support/pairs/unfenced.js';
import { verdictsOf, type Planned, type Serial, type Verdict } from './spec-support/pairs/verdict.js';
import { pairsOf } from './spec-support/pairs/year-pairs.js';

/** How often each kind's pairs meet. A thread's file is slow to open anew for each. */
const RUNS: readonly (readonly [StoreKind, number])[] = [
  ['memory', 30],
  ['narrow', 30],
  ['sqlite', 2],
];

let year: Year;
let pairs: ReadonlyMap<string, readonly Pair[]>;
const serials = new Map<Pair, Serial>();

/** A kind's pairs: of each of its rows one, over two dossiers. */
const casesOf = (kind: string): readonly Pair[] =>
  (CASES[kind] ?? []).map((rows) => {
    const found = pairs.get(kind)?.findLast((it) => it.crossing && rowsOf(it) === rows);
    if (!found) throw new Error(`${rows} never meet in the year`);
    return found;
  });

async function verdicts(plan: readonly Planned[], modules = lifecycleModules): Promise<readonly Verdict[]> {
  const found: Verdict[] = [];
  for await (const verdict of verdictsOf(year, plan, modules, serials)) found.push(verdict);
  return found;
}

beforeAll(async () => {
  year = await playedYear(storyWithRivals);
  pairs = Map.groupBy(await pairsOf(year), ({ kind }) => kind);
}, 60_000);

describe('Two commands that pass one fence', () => {
  it('are known for every kind of fence that somebody passes alone', () => {
    const named = lifecycleModules.flatMap(({ lifecycle }) => Object.values(lifecycle.commands).flatMap(fencesNamedBy));
    const alone = new Set(named.filter(({ use }) => use === 'exclusive').map(({ kind }) => kind));
    expect(Object.keys(CASES).sort()).toEqual([...alone, 'paper'].sort());
  });

  it.each(RUNS)(
    'lead in %s, sent at the same time, to what they lead to one after the other',
    async (store, runs) => {
      const plan = Object.keys(CASES).flatMap((kind) =>
        inTurnOf(casesOf(kind), runs, { store, seed: `${store} ${kind}` }),
      );
      const all = await verdicts(plan);
      expect(all.flatMap(({ broken, planned }) => (broken ? [`${rowsOf(planned.pair)}: ${broken}`] : []))).toEqual([]);
      expect(all.filter((it) => !it.interesting).map(({ planned }) => rowsOf(planned.pair))).toEqual([]);
      expect(all.filter((it) => it.notRun).length).toBeLessThanOrEqual(all.length / 100);
    },
    300_000,
  );
});

describe('A table with a fence taken out of one row', () => {
  it.each([
    ['commendation.SubmitDossier', 'achievement'],
    ['commendation.DecideAtUnit', 'evaluation'],
    ['commendation.DecideAtUnit', 'recipient'],
    ['unit.MergeUnit', 'unit'],
    ['campaign.SuspendCampaign', 'campaign'],
  ])('is found out: %s without %s', async (row, kind) => {
    const met = casesOf(kind).filter((it) => rowsOf(it).includes(row));
    const plan = inTurnOf(met, 12, { store: 'memory', seed: kind });
    const found = await verdicts(plan, withoutFence(lifecycleModules, row, kind));
    expect(found.filter((it) => it.broken).length).toBeGreaterThan(0);
  });
});
