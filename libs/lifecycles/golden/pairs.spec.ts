import { beforeAll, describe, expect, it } from '@jest/globals';
import { derivedId, fencesNamedBy, isRefusal } from '#kernel';
import { lifecycleModules } from '#lifecycles';
import { breaksOf, unfencedAnswersOf } from './spec-support/pairs/answers.js';
import { CASES } from './spec-support/pairs/cases.js';
import { STORES, type StoreKind } from './spec-support/pairs/fork.js';
import { rowsOf, type Pair } from './spec-support/pairs/partners.js';
import { PlaceFiles } from './spec-support/pairs/place-files.js';
import { inTurnOf } from './spec-support/pairs/plan.js';
import { placesOf, playedYear, type Place, type Year } from './spec-support/pairs/recorded-year.js';
import { storyWithRivals } from './spec-support/pairs/story-of-rivals.js';
import { atOnce, inEveryOrder, isSame, type Ground, type Meeting, type Met } from './spec-support/pairs/trial.js';
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

describe('Commands that meet at one place', () => {
  /** The story's first command of a row, and as many more of it as asked for, each somebody's own. */
  const several = (row: string, count: number): Meeting => {
    const place = placesOf(year).find(({ about }) => `${about.lifecycle}.${about.command.type}` === row);
    if (!place) throw new Error(`${row} is never sent in the year`);
    const requests = Array.from({ length: count }, (_, index) => ({
      ...place.about,
      commandId: derivedId(row, index),
    }));
    return { place, requests };
  };
  const met = (meeting: Meeting, store: StoreKind): Promise<Met> =>
    atPlace(year, meeting.place, store, (ground) => atOnce(ground, meeting, { store, seed: 'met' }));

  it.each(STORES)('are one of eight that take what only one may have, over %s', async (store) => {
    const { outcomes } = await met(several('replication.ProposeReplication', 8), store);
    expect(outcomes.toSorted()).toEqual([...Array<string>(7).fill('REPLICATION_UNDER_WAY'), 'accepted']);
  });

  it.each(STORES)('are all of eight that rely on the same, over %s', async (store) => {
    const { outcomes } = await met(several('model.ProposeModel', 8), store);
    expect(outcomes).toEqual(Array(8).fill('accepted'));
  });

  it.each(STORES)('are carried out once where two services get the same one, over %s', async (store) => {
    const rows = ['commendation.DecideAtUnit', 'registration.RegisterModel', 'campaign.FreezeCycle'];
    for (const row of store === 'sqlite' ? rows.slice(0, 1) : rows) {
      const { place } = several(row, 1);
      const { answers } = await met({ place, requests: [place.about, place.about] }, store);
      const [one, other] = answers.map((it) => (isRefusal(it) ? it.code : it.eventIds));
      expect(one).toEqual(other);
      expect(Array.isArray(one) && one.length).toBeGreaterThan(0);
    }
  });

  it.each(['memory', 'narrow'] as const)(
    'lead to what they lead to in some order, three at once, over %s',
    async (store) => {
      const [grants, held] = [casesOf('achievement')[0], casesOf('recipient')[0]];
      const [reopening] = casesOf('evaluation');
      for (const third of [held, reopening]) {
        if (!grants || !third) throw new Error('The year has no such case');
        const meeting = { place: grants.place, requests: [...grants.requests, third.requests[1]] };
        await atPlace(year, meeting.place, store, async (ground) => {
          const orders = await inEveryOrder(ground, meeting);
          for (const seed of ['1', '2', '3']) {
            const result = await atOnce(ground, meeting, { store, seed });
            expect(orders.map(({ outcomes }) => outcomes)).toContainEqual(result.outcomes);
            expect(orders.some((it) => isSame(it, result))).toBe(true);
            expect(result.breaches).toEqual([]);
          }
        });
      }
    },
  );
});

describe('A command that asks, beside those that change the answer', () => {
  const foundIn = async (of: readonly Pair[]): Promise<readonly string[]> => {
    const found: string[] = [];
    for await (const each of breaksOf(year, of)) if (each !== undefined) found.push(each);
    return found;
  };
  const asked = ({ place }: Pair): boolean => ['commendation', 'model'].includes(place.about.lifecycle);

  it('passes a fence together with whoever could make it refused', async () => {
    const others = (await unfencedAnswersOf(year, { most: 1 })).filter(asked);
    expect(others.length).toBeGreaterThan(20);
    expect(await foundIn(others)).toEqual([]);
  }, 60_000);

  it('is found out where such a fence is taken for none', async () => {
    const all = await unfencedAnswersOf(year, { most: 20, without: 'achievement' });
    const others = all.filter(({ requests }) => requests.every(({ command }) => command.type === 'SubmitDossier'));
    expect(await foundIn(others)).not.toEqual([]);
  }, 60_000);
});

describe('A table with a fence taken out of one row', () => {
  it.each([
    ['commendation.SubmitDossier', 'achievement'],
    ['commendation.DecideAtUnit', 'evaluation'],
    ['commendation.DecideAtUnit', 'recipient'],
    ['commendation.PrepareDossier', 'cycle'],
    ['unit.DissolveUnit', 'unit'],
    ['campaign.SuspendCampaign', 'campaign'],
  ])('is found out: %s without %s', async (row, kind) => {
    const met = casesOf(kind).filter((it) => rowsOf(it).includes(row));
    const plan = inTurnOf(met, 20, { store: 'memory', seed: kind });
    const found = await verdicts(plan, withoutFence(lifecycleModules, row, kind));
    expect(found.filter((it) => it.broken).length).toBeGreaterThan(0);
  });
});

/** Works at one place of the year. */
async function atPlace<T>(of: Year, place: Place, store: StoreKind, work: (ground: Ground) => Promise<T>): Promise<T> {
  const files = new PlaceFiles(of, store === 'sqlite');
  try {
    await files.goTo(place);
    return await work({ files, modules: lifecycleModules });
  } finally {
    files.close();
  }
}
