import { entityView, existing } from '#views';
import { outreachLifecycle } from './lifecycle.js';
import type { OutreachState } from './state.js';

/** The unit and those who supervise see every activity; everyone sees what has been confirmed. */
export const outreachView = entityView<OutreachState>()({
  lifecycle: outreachLifecycle,
  version: 1,
  concerns: { unit: ({ unit }) => unit, campaign: ({ campaign }) => campaign, year: ({ year }) => year },
  columns: {
    day: { type: 'TEXT', of: (state) => existing(state, (it) => it.day) },
  },
  keys: [['unit', 'year']],
  orders: ['day'],
  audience: ({ status }) => (status === 'confirmed' ? 'EVERYONE' : 'AUTHORITIES'),
  parties: (state) => ({ units: state.status === 'none' ? [] : [state.unit] }),
  title: (state) => existing(state, (it) => it.topic),
  search: (state) => existing(state, (it) => `${it.topic} ${it.place}`) ?? '',
});
