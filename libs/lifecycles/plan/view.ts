import { answer, entityView, existing } from '#views';
import { planLifecycle } from './lifecycle.js';
import { openPlans } from './questions/index.js';
import { isSentAgain, type ExistingPlan, type PlanState } from './state.js';

/** Until when the unit may send again what came back, or what it has replaced. */
const resendBefore = (plan: ExistingPlan): string | undefined => (isSentAgain(plan) ? plan.dueAt : undefined);

/** A draft is the unit's own affair; what has been sent is for those who handle it; what is accepted is for everyone. */
export const planView = entityView<PlanState>()({
  lifecycle: planLifecycle,
  version: 6,
  concerns: { unit: ({ unit }) => unit, campaign: ({ campaign }) => campaign, year: ({ year }) => year },
  columns: {
    mode: { type: 'TEXT', of: (state) => existing(state, (plan) => plan.content.mode) },
    issued: { type: 'INTEGER', of: (state) => existing(state, (plan) => Number(plan.issued)) },
    received: { type: 'INTEGER', of: (state) => existing(state, (plan) => Number(plan.received)) },
    late: { type: 'INTEGER', of: (state) => existing(state, (plan) => Number(plan.late)) },
    resendBefore: { type: 'TEXT', of: (state) => existing(state, resendBefore) },
  },
  keys: [
    ['unit', 'year', 'campaign'],
    ['unit', 'status'],
  ],
  groups: [['campaign', 'year', 'status']],
  answers: [
    answer(
      openPlans,
      `SELECT count(*) FILTER (WHERE status IN ('submitted', 'received')) AS open, max(resend_before) AS until FROM plan
        WHERE campaign = :campaign AND year = :year AND status IN ('issued', 'submitted', 'received', 'returned')`,
    ),
  ],
  audience: ({ status }) =>
    status === 'accepted'
      ? 'EVERYONE'
      : ['none', 'drafted', 'issued', 'withdrawn'].includes(status)
        ? 'PARTIES'
        : 'AUTHORITIES',
  parties: (state) => ({ units: state.status === 'none' ? [] : [state.unit] }),
  title: (state) => existing(state, (plan) => plan.content.title),
  search: (state) => existing(state, (plan) => plan.content.title) ?? '',
});
