import { answer, entityView, existing } from '#views';
import { exemplarLifecycle } from './lifecycle.js';
import { titlesResting } from './questions/index.js';
import type { ExemplarState } from './state.js';

/** The register of exemplars, open to everyone; those of restricted models to the cleared. */
export const exemplarView = entityView<ExemplarState>()({
  lifecycle: exemplarLifecycle,
  version: 4,
  concerns: { unit: ({ unit }) => unit, campaign: ({ campaign }) => campaign, year: ({ year }) => year },
  columns: {
    model: { type: 'TEXT', of: (state) => existing(state, (it) => it.model) },
    recipientKind: { type: 'TEXT', of: (state) => existing(state, (it) => it.recipient.kind) },
  },
  keys: [['unit'], ['model']],
  answers: [
    answer(
      titlesResting,
      `SELECT id AS dossier FROM exemplar WHERE model = :model AND year = :year AND status = 'recognised' ORDER BY id`,
    ),
  ],
  audience: () => 'EVERYONE',
  restricted: (state) => existing(state, (it) => it.restricted) ?? false,
  parties: (state) => ({ units: state.status === 'none' ? [] : [state.unit] }),
  title: (state) => existing(state, (it) => it.recipient.collective?.name),
  search: (state) => existing(state, (it) => it.recipient.collective?.name) ?? '',
});
