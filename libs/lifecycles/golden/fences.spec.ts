import { beforeAll, describe, expect, it } from '@jest/globals';
import { fencesNamedBy } from '#kernel';
import { lifecycleModules } from '#lifecycles';
import { play } from './spec-support/actors.js';
import { areFenced, breaksOf, type Break } from './spec-support/breaking.js';
import { story } from './spec-support/story.js';
import { witnessed, type CarriedOut } from './spec-support/witness.js';

const rows = lifecycleModules.flatMap(({ lifecycle }) =>
  Object.entries(lifecycle.commands).map(([type, row]) => ({ name: `${lifecycle.name}.${type}`, row })),
);

describe('The fences that rows name', () => {
  const carriedOut: CarriedOut[] = [];
  beforeAll(async () => {
    await play(
      story,
      witnessed(lifecycleModules, (it) => void carriedOut.push(it)),
    );
  }, 60_000);

  it('are passed by whoever could make refused what somebody is about to do, and by that one', () => {
    const unfenced = new Set<string>();
    let breaks = 0;
    const others = onePerRow(carriedOut);
    for (const user of carriedOut) {
      for (const each of breaksOf(user, others)) {
        breaks += 1;
        if (!areFenced(each)) unfenced.add(said(each));
        else expect(areFenced(unheld(each))).toBe(false);
      }
    }
    expect([...unfenced].sort()).toEqual([]);
    expect(breaks).toBeGreaterThan(100);
  });

  it('of what nobody passes alone are none: such a fence would hold nobody up', () => {
    const named = rows.flatMap(({ row }) => fencesNamedBy(row));
    const alone = new Set(named.filter(({ use }) => use === 'exclusive').map(({ kind }) => kind));
    expect([...new Set(named.map(({ kind }) => kind))].filter((kind) => !alone.has(kind))).toEqual([]);
  });
});

/** The same step in other dossiers does to a dossier what it does in one: a few of each are enough. */
function onePerRow(all: readonly CarriedOut[], most = 3): readonly CarriedOut[] {
  const found = new Map<string, CarriedOut[]>();
  for (const it of all) {
    const name = `${it.lifecycle.name}.${it.type}`;
    const known = found.get(name) ?? [];
    if (known.length < most) found.set(name, [...known, it]);
  }
  return [...found.values()].flat();
}

/** Without the fences of the breaker's row, the break would be found. */
const unheld = (each: Break): Break => ({
  ...each,
  breaker: { ...each.breaker, row: { ...each.breaker.row, fences: [], reads: {} } },
});

const said = ({ breaker, user, refusal }: Break): string =>
  `${breaker.lifecycle.name}.${breaker.type} makes ${user.lifecycle.name}.${user.type} refused (${refusal.code})`;
