import type { Audience } from '#identity';
import { answer, entityView, existing, type ColumnValue } from '#views';
import { modelLifecycle } from './lifecycle.js';
import { derivedModels } from './questions/index.js';
import { isDoubted, type ExistingModel, type ModelState } from './state.js';

const column = (type: 'TEXT' | 'INTEGER', read: (model: ExistingModel) => ColumnValue | undefined) => ({
  type,
  of: (state: ModelState) => existing(state, read),
});

/** Until it runs, a model is for those who handle it; from then on it is an example for everyone. */
function audience({ status }: ModelState): Audience {
  switch (status) {
    case 'none':
      return 'PARTIES';
    case 'nominated':
    case 'proposed':
      return 'AUTHORITIES';
    case 'implementing':
    case 'suspended':
    case 'notMaintained':
    case 'ended':
      return 'EVERYONE';
    default:
      return status satisfies never;
  }
}

const partiesOf = ({ unit, joint, nominatedByUnit }: ExistingModel): readonly string[] => [
  ...new Set([unit, ...joint, ...(nominatedByUnit ? [nominatedByUnit] : [])]),
];

const declarations = ({ maintainedIn, notMaintainedIn }: ExistingModel) => [
  ...maintainedIn.map((year) => ({ year, maintained: 1 })),
  ...notMaintainedIn.map((year) => ({ year, maintained: 0 })),
];

/** Models as lists and figures need them. */
export const modelView = entityView<ModelState>()({
  lifecycle: modelLifecycle,
  version: 3,
  concerns: { unit: ({ unit }) => unit, campaign: ({ campaign }) => campaign, year: 'none' },
  columns: {
    name: column('TEXT', (model) => model.name),
    kind: column('TEXT', (model) => model.kind),
    field: column('TEXT', (model) => model.field),
    template: column('TEXT', (model) => model.template),
    derivedFrom: column('TEXT', (model) => model.derivedFrom),
    startedOn: column('TEXT', (model) => model.startedOn),
    activities: column('INTEGER', (model) => model.activities.length),
    lastActivityOn: column('TEXT', (model) =>
      model.activities
        .map((it) => it.on)
        .sort()
        .at(-1),
    ),
    doubted: column('INTEGER', (model) => Number(isDoubted(model))),
  },
  keys: [
    ['unit', 'status'],
    ['derivedFrom', 'unit'],
  ],
  orders: ['name'],
  parts: {
    maintenance: {
      columns: { year: 'INTEGER', maintained: 'INTEGER' },
      of: (state) => existing(state, declarations) ?? [],
    },
  },
  answers: [answer(derivedModels, 'SELECT DISTINCT unit FROM model WHERE derived_from = :model ORDER BY unit')],
  audience,
  restricted: (state) => state.status !== 'none' && state.restricted,
  parties: (state) => ({ units: existing(state, partiesOf) ?? [] }),
  title: (state) => existing(state, (model) => model.name),
  search: (state) =>
    existing(state, ({ name, subUnit = '', form }) =>
      [name, subUnit, form.objectives ?? '', form.content ?? ''].join(' '),
    ) ?? '',
});
