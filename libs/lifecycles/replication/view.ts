import { answer, entityView, existing, type Column } from '#views';
import { replicationLifecycle } from './lifecycle.js';
import { openReplications, replicationsResting, replicationsUnderWay } from './questions/index.js';
import { spreadOf, type Replication, type ReplicationState } from './state.js';

const words = (read: (replication: Replication) => string | undefined): Column<ReplicationState> => ({
  type: 'TEXT',
  of: (state) => existing(state, read),
});
const count = (read: (replication: Replication) => number | boolean): Column<ReplicationState> => ({
  type: 'INTEGER',
  of: (state) => existing(state, (it) => Number(read(it))),
});

/** Replications, with each unit's adoption as a part; `decided` and `year` are what the yearly selection (T-4) is read from. */
export const replicationView = entityView<ReplicationState>()({
  lifecycle: replicationLifecycle,
  version: 4,
  concerns: { unit: ({ unit }) => unit, campaign: ({ campaign }) => campaign, year: ({ year }) => year },
  columns: {
    model: words((it) => it.model),
    scope: words((it) => it.scope),
    mandatory: count((it) => it.mandatory),
    decided: count((it) => it.scope !== undefined),
    spread: count(spreadOf),
  },
  keys: [
    ['unit', 'status'],
    ['model', 'year'],
  ],
  groups: [['campaign', 'year', 'decided']],
  parts: {
    adoption: {
      columns: { unit: 'TEXT', status: 'TEXT', model: 'TEXT' },
      of: (state) =>
        existing(state, ({ adoptions }) =>
          adoptions.map(({ unit, status, model }) => ({
            unit,
            status,
            model: model ?? null,
          })),
        ) ?? [],
    },
  },
  answers: [
    answer(
      replicationsResting,
      `SELECT id AS dossier FROM replication WHERE model = :model AND year = :year AND decided = 1 ORDER BY id`,
    ),
    answer(
      openReplications,
      `SELECT count(*) FILTER (WHERE status = 'proposed') AS open, NULL AS until FROM replication
        WHERE campaign = :campaign AND year = :year`,
    ),
    answer(
      replicationsUnderWay,
      `SELECT id, year FROM replication WHERE model = :model AND year = :year AND status IN ('proposed', 'decided', 'calling') ORDER BY id`,
    ),
  ],
  audience: (state) => (existing(state, (it) => it.scope) === undefined ? 'AUTHORITIES' : 'EVERYONE'),
  restricted: (state) => existing(state, (it) => it.restricted) ?? false,
  parties: (state) => ({ units: existing(state, (it) => [it.unit, ...it.adoptions.map(({ unit }) => unit)]) ?? [] }),
  title: (state) => existing(state, ({ year }) => `Nhân rộng mô hình năm ${year}`),
});
