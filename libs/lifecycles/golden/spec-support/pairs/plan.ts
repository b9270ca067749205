import { seededRandomness } from '#runtime';
import type { StoreKind } from './fork.js';
import { rowsOf, type Pair } from './partners.js';
import { pick } from './schedule.js';
import type { Planned, Serial } from './verdict.js';

/** What follows from a seed, over which store. */
export interface Sampling {
  readonly store: StoreKind;
  readonly seed: string;
}

/** Pairs of one kind of fence, by their rows. */
export const byRows = (pairs: readonly Pair[]): ReadonlyMap<string, readonly Pair[]> => Map.groupBy(pairs, rowsOf);

/** Each pair of rows once, where it meets over two dossiers if it does anywhere. */
export function eachOnce(pairs: readonly Pair[], { store, seed }: Sampling): readonly Planned[] {
  const random = seededRandomness(`${seed} each once`);
  const groups = [...Map.groupBy(pairs, (it) => `${it.kind} ${rowsOf(it)}`).values()];
  return groups.flatMap((group) => {
    const crossing = group.filter((it) => it.crossing);
    const from = crossing.length > 0 ? crossing : group;
    const pair = from[pick(random, from.length)];
    return pair ? [{ pair, store, seed: `${seed} once` }] : [];
  });
}

/** As many meetings as asked for, of these pairs in turn, each in an order of its own. */
export const inTurnOf = (pairs: readonly Pair[], runs: number, { store, seed }: Sampling): readonly Planned[] =>
  Array.from({ length: pairs.length > 0 ? runs : 0 }, (_, index) => ({
    pair: pairs[index % pairs.length] as Pair,
    store,
    seed: `${seed} ${index}`,
  }));

/** How many other pairs of a kind are drawn from. */
const OTHERS = 60;

/** Meetings of one kind: of three, two among pairs of which one makes the other refused, one among all. */
export function sampled(
  pairs: readonly Pair[],
  known: ReadonlyMap<Pair, Serial>,
  runs: number,
  { store, seed }: Sampling,
): readonly Planned[] {
  const random = seededRandomness(`${seed} sampled`);
  const interesting = pairs.filter((it) => known.get(it)?.interesting);
  const some = Array.from({ length: OTHERS }, () => pairs[pick(random, pairs.length)] as Pair);
  const all = [...pairs.filter((it) => known.has(it)), ...some];
  return Array.from({ length: pairs.length > 0 ? runs : 0 }, (_, index) => {
    const from = interesting.length > 0 && index % 3 !== 0 ? interesting : all;
    return { pair: from[pick(random, from.length)] as Pair, store, seed: `${seed} ${index}` };
  });
}
