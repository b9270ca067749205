import { plainName } from '#lifecycles/unit';
import { answer, entityView, existing } from '#views';
import { collectiveLifecycle } from './lifecycle.js';
import { namesakes } from './questions/index.js';
import { collectiveNameOn, type CollectiveState } from './state.js';

const EVER = '9999-12-31';

/** Who there is to be commended beside the units is known to everyone who has a role. */
export const collectiveView = entityView<CollectiveState>()({
  lifecycle: collectiveLifecycle,
  version: 1,
  concerns: { unit: ({ unit }) => unit, campaign: 'none', year: 'none' },
  columns: { name: { type: 'TEXT', of: (state) => existing(state, (it) => collectiveNameOn(it, EVER)) } },
  keys: [['unit']],
  orders: ['name'],
  parts: {
    name: {
      columns: { unit: 'TEXT', plain: 'TEXT', validFrom: 'TEXT' },
      keys: [['unit', 'plain']],
      of: (state) =>
        existing(state, ({ unit, names }) =>
          names.map(({ value, from }) => ({ unit, plain: plainName(value), validFrom: from })),
        ) ?? [],
    },
  },
  answers: [
    answer(
      namesakes,
      `SELECT DISTINCT id AS collective FROM collective__name WHERE unit = :unit AND plain = :plain ORDER BY 1`,
    ),
  ],
  audience: () => 'EVERYONE',
  parties: (state) => ({ units: existing(state, ({ unit }) => [unit]) ?? [] }),
  title: (state) => existing(state, (it) => collectiveNameOn(it, EVER)),
  search: (state) => existing(state, ({ names }) => names.map(({ value }) => value).join(' ')) ?? '',
});
