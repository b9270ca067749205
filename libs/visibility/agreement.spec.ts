import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AUDIENCES } from '#identity';
import { keepsOwnOut, REACHES, reaches, type Reach } from '#kernel';
import type { Exposure, Onlooker } from './exposure.js';
import { reachSql, unitInColumn } from './reach-sql.js';
import { HANDLES, holds, IS_PARTY, SEES, type Rule } from './rule.js';
import { onlookerParams, ruleSql } from './rule-sql.js';

const anyUnit = fc.constantFrom('xa-a', 'xa-b', 'so-nv', 'x');
const anySubject = fc.constantFrom('an', 'binh', 'x');
const few = <T>(of: fc.Arbitrary<T>) => fc.uniqueArray(of, { maxLength: 3 });

const anyExposure: fc.Arbitrary<Exposure> = fc.record({
  audience: fc.constantFrom(...AUDIENCES),
  restricted: fc.boolean(),
  units: few(anyUnit),
  subjects: few(anySubject),
});
const anyOnlooker: fc.Arbitrary<Onlooker> = fc.record({
  subject: anySubject,
  units: few(anyUnit),
  audiences: fc.subarray([...AUDIENCES]),
  seesRestricted: fc.boolean(),
});

let db: DatabaseSync;
beforeAll(() => {
  db = new DatabaseSync(':memory:');
  db.exec(`CREATE TABLE it (id INTEGER PRIMARY KEY, audience TEXT, restricted INTEGER, unit TEXT);
    CREATE TABLE it__party (id INTEGER, kind TEXT, party TEXT, PRIMARY KEY (id, kind, party))`);
});
afterAll(() => db.close());

function fill(rows: readonly (Exposure & { readonly unit?: string })[]): void {
  db.exec('DELETE FROM it; DELETE FROM it__party');
  const party = db.prepare('INSERT INTO it__party VALUES (?, ?, ?)');
  rows.forEach(({ audience, restricted, units, subjects, unit }, id) => {
    db.prepare('INSERT INTO it VALUES (?, ?, ?, ?)').run(id, audience, Number(restricted), unit ?? null);
    for (const each of units) party.run(id, 'unit', each);
    for (const each of subjects) party.run(id, 'subject', each);
  });
}

/** The rows of which a condition holds, in the database. */
const idsWhere = (condition: string, params: Readonly<Record<string, string | number>>): readonly number[] => {
  const named = Object.entries(params).filter(([name]) => condition.includes(`:${name}`));
  return db
    .prepare(`SELECT id FROM it WHERE ${condition} ORDER BY id`)
    .all(Object.fromEntries(named))
    .map(({ id }) => Number(id));
};
const idsOf = <T>(rows: readonly T[], test: (row: T) => boolean): readonly number[] =>
  rows.flatMap((row, id) => (test(row) ? [id] : []));

describe('A rule of visibility', () => {
  it.each<[string, Rule]>([
    ['who sees an instance', SEES],
    ['who handles it', HANDLES],
    ['for whom it is their own', IS_PARTY],
  ])('says the same in SQL and in memory: %s', (_, rule) => {
    const condition = ruleSql(rule, { row: 'it', parties: 'it__party' });
    fc.assert(
      fc.property(
        fc.array(anyExposure, { maxLength: 12 }),
        fc.array(anyOnlooker, { maxLength: 6 }),
        (rows, viewers) => {
          fill(rows);
          for (const viewer of viewers)
            expect(idsWhere(condition, onlookerParams(viewer))).toEqual(idsOf(rows, (row) => holds(rule, viewer, row)));
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** What the engine says of a power: it reaches the case, and its holder does not belong to the case where that bars. */
const mayReach = (
  over: Reach,
  unit: string,
  held: readonly string[],
  units: readonly string[],
  lead?: string,
): boolean => reaches({ unit }, over, units, lead) && !(keepsOwnOut(over) && held.some((each) => units.includes(each)));

describe('The rule of who reaches a case', () => {
  const power = { unit: ':unit', unitsOfHolder: ':held', leadUnit: ':lead' };
  const anyHolder = fc.record({ unit: anyUnit, others: few(anyUnit), lead: fc.option(anyUnit, { nil: undefined }) });

  it.each(Object.keys(REACHES) as Reach[])('says the same in SQL and in the engine: %s', (over) => {
    const inColumn = reachSql(over, unitInColumn('it.unit'), power);
    fc.assert(
      fc.property(fc.array(anyExposure, { maxLength: 12 }), anyHolder, (rows, { unit, others, lead }) => {
        const cases = rows.map((row) => ({ ...row, unit: row.units[0] }));
        fill(cases);
        const held = [unit, ...others];
        const params = { unit, held: JSON.stringify(held), lead: lead ?? '' };
        expect(idsWhere(inColumn, params)).toEqual(
          idsOf(cases, (it) => mayReach(over, unit, held, it.units.slice(0, 1), lead)),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('reaches nothing through a leading unit where no campaign is led', () => {
    fill([{ audience: 'EVERYONE', restricted: false, units: ['x'], subjects: [], unit: 'x' }]);
    const nobodyLeads = reachSql('leadUnit', unitInColumn('it.unit'), { ...power, leadUnit: undefined });
    expect(idsWhere(nobodyLeads, { held: '[]' })).toEqual([]);
  });
});
