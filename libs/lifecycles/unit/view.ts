import { entityView, existing } from '#views';
import { unitLifecycle } from './lifecycle.js';
import { nameOn, type UnitState } from './state.js';

const EVER = '9999-12-31';

/** The organisation is known to everyone who has a role. */
export const unitView = entityView<UnitState>({
  lifecycle: unitLifecycle,
  version: 1,
  columns: {
    key: { type: 'TEXT', of: (state) => existing(state, (unit) => unit.key) },
    name: { type: 'TEXT', of: (state) => existing(state, (unit) => nameOn(unit, EVER)) },
    kind: { type: 'TEXT', of: (state) => existing(state, (unit) => unit.kind) },
    code: { type: 'TEXT', of: (state) => existing(state, (unit) => unit.codes.at(-1)?.value) },
    standing: { type: 'TEXT', of: (state) => existing(state, (unit) => unit.standings.at(-1)?.value) },
  },
  parts: {
    standing: {
      columns: { value: 'TEXT', validFrom: 'TEXT' },
      of: (state) =>
        existing(state, (unit) => unit.standings.map(({ value, from }) => ({ value, validFrom: from }))) ?? [],
    },
  },
  audience: () => 'EVERYONE',
  parties: () => ({ units: [] }),
  title: (state) => existing(state, (unit) => nameOn(unit, EVER)),
  search: (state) =>
    existing(state, (unit) =>
      [...unit.names.map((it) => it.value), ...unit.aliases, ...unit.codes.map((it) => it.value), unit.key].join(' '),
    ) ?? '',
});
