import { answer, entityView, existing } from '#views';
import { timeline } from './dated.js';
import { unitId, unitLifecycle } from './lifecycle.js';
import { plainName } from './plain-name.js';
import { decidingNames, unitKin, unitsNamed } from './questions/index.js';
import { nameOn, type ExistingUnit, type UnitState } from './state.js';

const EVER = '9999-12-31';

/** The organisation is known to everyone who has a role; who heads a unit, and the rest of its record, to the unit as well. */
export const unitView = entityView<UnitState>()({
  lifecycle: unitLifecycle,
  version: 5,
  concerns: { unit: 'none', campaign: 'none', year: 'none' },
  columns: {
    key: { type: 'TEXT', of: (state) => existing(state, (unit) => unit.key) },
    name: { type: 'TEXT', of: (state) => existing(state, (unit) => nameOn(unit, EVER)) },
    kind: { type: 'TEXT', of: (state) => existing(state, (unit) => unit.kind) },
    code: { type: 'TEXT', of: (state) => existing(state, (unit) => unit.codes.at(-1)?.value) },
    standing: { type: 'TEXT', of: (state) => existing(state, (unit) => timeline(unit.standings).at(-1)?.value) },
  },
  keys: [['key'], ['code']],
  groups: [['kind']],
  orders: ['name'],
  parts: {
    standing: {
      columns: { value: 'TEXT', validFrom: 'TEXT' },
      of: (state) =>
        existing(state, (unit) => timeline(unit.standings).map(({ value, from }) => ({ value, validFrom: from }))) ??
        [],
    },
    /** Official names over time; an alias holds from no day. */
    name: {
      columns: { name: 'TEXT', plain: 'TEXT', alias: 'INTEGER', validFrom: 'TEXT' },
      keys: [['plain']],
      of: (state) => existing(state, namesOf) ?? [],
    },
    successor: {
      columns: { successor: 'TEXT' },
      keys: [['successor']],
      of: (state) => existing(state, (unit) => unit.successors.map((successor) => ({ successor }))) ?? [],
    },
  },
  answers: [
    answer(
      unitKin,
      `WITH RECURSIVE kin (unit) AS (
         SELECT :unit
         UNION SELECT part.id FROM kin JOIN unit__successor AS part ON part.successor = kin.unit)
       SELECT unit FROM kin ORDER BY unit`,
    ),
    answer(
      unitsNamed,
      `SELECT id AS unit FROM unit__name WHERE plain = :name
       ORDER BY alias = 1 OR valid_from <= :day DESC, alias, valid_from DESC, id LIMIT 1`,
    ),
    answer(
      decidingNames,
      `SELECT DISTINCT part.name AS name FROM "unit" AS body JOIN unit__name AS part ON part.id = body.id
       WHERE body.kind = 'PEOPLES_COMMITTEE' ORDER BY 1`,
    ),
  ],
  audience: () => 'EVERYONE',
  parties: (state) => ({ units: existing(state, ({ key }) => [unitId(key)]) ?? [] }),
  title: (state) => existing(state, (unit) => nameOn(unit, EVER)),
  search: (state) =>
    existing(state, (unit) =>
      [...unit.names.map((it) => it.value), ...unit.aliases, ...unit.codes.map((it) => it.value), unit.key].join(' '),
    ) ?? '',
});

const namesOf = ({ names, aliases }: ExistingUnit) => [
  ...names.map(({ value, from }) => ({ name: value, plain: plainName(value), alias: 0, validFrom: from })),
  ...aliases.map((name) => ({ name, plain: plainName(name), alias: 1, validFrom: null })),
];
