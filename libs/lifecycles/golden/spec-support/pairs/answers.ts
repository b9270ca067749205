import { fencesOf, type Transition } from '#kernel';
import { lifecycleModules } from '#lifecycles';
import { LIFECYCLES } from './lifecycles.js';
import { partnersIn, rowsOf, targetOf, type Pair, type Sample, type Standing } from './partners.js';
import { PlaceFiles } from './place-files.js';
import type { Place, Year } from './recorded-year.js';
import { ACCEPTED, inEveryOrder } from './trial.js';
import { atEachPlace } from './year-pairs.js';

/** Who answers the campaign's own questions: the overviews, from every lifecycle. */
const OF_ALL = 'campaign';

/** The lifecycles whose dossiers change what a row asks, where it asks through a fence. */
function answering({ reads }: Transition): ReadonlySet<string> {
  const asked = Object.values(reads).flatMap((read) =>
    read.kind === 'ask' && !('unfenced' in read.fence) ? [read.question.name.split('.')[0] ?? ''] : [],
  );
  return new Set(asked.includes(OF_ALL) ? [...asked, ...LIFECYCLES.keys()] : asked);
}

/** Which pairs are wanted. */
export interface Wanted {
  /** Of each two rows at most so many. */
  readonly most: number;
  /** A kind of fence that is taken for none. */
  readonly without?: string;
}

/**
 * Of each row that asks, its last command in a year beside the commands that could be sent to the dossiers that answer it, and that pass
 * no fence together with it which either passes alone.
 */
export async function unfencedAnswersOf(year: Year, { most, without }: Wanted): Promise<readonly Pair[]> {
  const found = new Map<string, readonly Pair[]>();
  await atEachPlace(year, (place, samples, standing) => {
    const pairs = [...unfencedAt(place, samples, standing, without)];
    if (pairs.length > 0) found.set(`${place.about.lifecycle}.${place.about.command.type}`, pairs);
  });
  const groups = [...found.values()].flatMap((pairs) => [...Map.groupBy(pairs, rowsOf).values()]);
  return groups.flatMap((pairs) => pairs.slice(0, most));
}

/** Those pairs of which one command makes the other refused, whose question it changes the answer of: none passes a fence for it. */
export async function* breaksOf(year: Year, pairs: readonly Pair[]): AsyncGenerator<string | undefined> {
  const files = new PlaceFiles(year, false);
  try {
    for (const pair of pairs.toSorted((one, other) => one.place.before - other.place.before)) {
      await files.goTo(pair.place);
      const [forth, back] = await inEveryOrder({ files, modules: lifecycleModules }, pair);
      const alone = forth?.outcomes[0] === ACCEPTED && back?.outcomes[1] === ACCEPTED;
      yield alone && back.outcomes[0] !== ACCEPTED ? `${rowsOf(pair)}: ${back.outcomes[0]}` : undefined;
    }
  } finally {
    files.close();
  }
}

function* unfencedAt(
  place: Place,
  samples: readonly Sample[],
  standing: Standing,
  without: string | undefined,
): Generator<Pair> {
  const { about } = place;
  const lifecycle = LIFECYCLES.get(about.lifecycle);
  const row = lifecycle?.commands[about.command.type];
  if (!lifecycle || !row) return;
  const target = targetOf(lifecycle, about, standing);
  if (!row.from.includes(target.state.status)) return;
  const own = fencesOf(row, target, about.command);
  const names = answering(row);
  for (const sample of samples.filter((it) => names.has(it.lifecycle.name))) {
    for (const [request, dossier] of partnersIn(sample, place, standing, target)) {
      const others = fencesOf(sample.row, dossier, request.command);
      const meet = [...own].some(
        ([fence, use]) =>
          others.has(fence) &&
          [use, others.get(fence)].includes('exclusive') &&
          (without === undefined || !fence.startsWith(`fence-${without}.`)),
      );
      const crossing = dossier.stream !== target.stream;
      if (!meet && crossing) yield { place, requests: [about, request], kind: 'none', crossing };
    }
  }
}
