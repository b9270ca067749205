import type { Audience } from '#identity';
import { answer, existing, entityView, type ColumnValue } from '#views';
import { registrationLifecycle } from './lifecycle.js';
import { acceptedForModel, openRegistrations, similarRegistrations } from './questions/index.js';
import type { ExistingRegistration, RegistrationState } from './state.js';

const column = (type: 'TEXT' | 'INTEGER', read: (registration: ExistingRegistration) => ColumnValue | undefined) => ({
  type,
  of: (state: RegistrationState) => existing(state, read),
});

/** A draft is the unit's own affair; what has been sent is for those who handle it; what was accepted is for everyone. */
function audience(state: RegistrationState): Audience {
  switch (state.status) {
    case 'none':
    case 'drafted':
      return 'PARTIES';
    case 'cancelled':
      return state.submittedAt === undefined ? 'PARTIES' : 'AUTHORITIES';
    case 'submitted':
    case 'received':
    case 'returned':
    case 'rejected':
    case 'merged':
      return 'AUTHORITIES';
    case 'accepted':
    case 'abandoned':
      return 'EVERYONE';
    default:
      return state satisfies never;
  }
}

/** Registrations as lists, figures and other lifecycles need them. */
export const registrationView = entityView<RegistrationState>()({
  lifecycle: registrationLifecycle,
  version: 4,
  concerns: { unit: ({ unit }) => unit, campaign: ({ campaign }) => campaign, year: ({ year }) => year },
  columns: {
    model: column('TEXT', (registration) => registration.model),
    title: column('TEXT', (registration) => registration.title),
    kind: column('TEXT', (registration) => registration.kind),
    field: column('TEXT', (registration) => registration.field),
    template: column('TEXT', (registration) => registration.template),
    subUnit: column('TEXT', (registration) => registration.subUnit),
    late: column('INTEGER', (registration) => Number(registration.late)),
    submittedAt: column('TEXT', (registration) => registration.submittedAt),
    acceptedAt: column('TEXT', (registration) => registration.acceptedAt),
    resendBefore: column('TEXT', ({ status, dueAt }) => (status === 'returned' ? dueAt : undefined)),
    suspected: column('INTEGER', (registration) => Number(registration.duplicateSuspicion !== undefined)),
  },
  keys: [
    ['unit', 'year', 'campaign'],
    ['unit', 'status'],
    ['model', 'status'],
  ],
  groups: [['campaign', 'year', 'status']],
  orders: ['title'],
  answers: [
    answer(
      openRegistrations,
      `SELECT count(*) FILTER (WHERE status IN ('submitted', 'received') OR suspected = 1) AS open, max(resend_before) AS until
        FROM registration
        WHERE campaign = :campaign AND year = :year AND status IN ('submitted', 'received', 'returned', 'accepted')`,
    ),
    answer(
      acceptedForModel,
      `SELECT id AS registration, year FROM registration WHERE model = :model AND status = 'accepted' ORDER BY year`,
    ),
    answer(
      similarRegistrations,
      `SELECT id AS registration, model FROM registration
        WHERE unit = :unit AND year = :year AND template = :template AND coalesce(sub_unit, '') = :subUnit
          AND model <> :model AND status IN ('submitted', 'received', 'returned', 'accepted')
        ORDER BY submitted_at, id`,
    ),
  ],
  audience,
  restricted: (state) => state.status !== 'none' && state.restricted,
  parties: (state) => ({ units: state.status === 'none' ? [] : [state.unit] }),
  title: (state) => existing(state, (registration) => registration.title),
  search: (state) => existing(state, ({ title, subUnit = '' }) => `${title} ${subUnit}`) ?? '',
});
