import { entityView } from '#views';
import { accessLifecycle } from './lifecycle.js';
import type { AccessState } from './state.js';

/** Powers are for the stewards of access and for the subject. */
export const accessView = entityView<AccessState>()({
  lifecycle: accessLifecycle,
  version: 2,
  concerns: { unit: 'none', campaign: 'none', year: 'none' },
  columns: {},
  parts: {
    role: {
      columns: { role: 'TEXT', unit: 'TEXT', validFrom: 'TEXT', validTo: 'TEXT' },
      of: (state) =>
        state.status === 'none'
          ? []
          : state.roles.map(({ role, unit, from, to }) => ({ role, unit, validFrom: from, validTo: to ?? null })),
    },
  },
  audience: () => 'STEWARDS',
  parties: (state) => ({ units: [], subjects: state.status === 'none' ? [] : [state.subject] }),
});
