import { entityView } from '#views';
import { personLifecycle } from './lifecycle.js';
import type { PersonState } from './state.js';

/** Who was taken for whom is for those who handle dossiers. */
export const personView = entityView<PersonState>()({
  lifecycle: personLifecycle,
  version: 1,
  concerns: { unit: 'none', campaign: 'none', year: 'none' },
  columns: {},
  audience: () => 'AUTHORITIES',
  parties: () => ({ units: [] }),
});
