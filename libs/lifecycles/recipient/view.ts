import { identityOf } from '#lifecycles/person';
import { entityView, existing } from '#views';
import { recipientLifecycle } from './lifecycle.js';
import type { RecipientState } from './state.js';

/** Holds are for those who handle or inspect and are cleared; whom they are about, and who proposes them, read none. */
export const recipientView = entityView<RecipientState>()({
  lifecycle: recipientLifecycle,
  version: 1,
  concerns: { unit: 'none', campaign: 'none', year: 'none' },
  columns: {
    unit: { type: 'TEXT', of: (state) => existing(state, (it) => it.recipient.collective?.unit) },
    collective: { type: 'TEXT', of: (state) => existing(state, (it) => it.recipient.collective?.registered) },
    person: {
      type: 'TEXT',
      of: (state) => existing(state, ({ recipient: { person } }) => person && identityOf(person)),
    },
    holds: { type: 'INTEGER', of: (state) => existing(state, (it) => it.holds.length) },
  },
  keys: [['unit'], ['collective'], ['person']],
  audience: () => 'AUTHORITIES',
  restricted: () => true,
  parties: () => ({ units: [] }),
  title: (state) => existing(state, (it) => it.recipient.collective?.name),
  search: (state) => existing(state, (it) => it.recipient.collective?.name) ?? '',
});
