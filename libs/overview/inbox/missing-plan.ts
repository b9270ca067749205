import type { OwedDossier } from './owed-dossier.js';

/** A plan for the cycle; one that was withdrawn is none. */
export const missingPlan: OwedDossier = {
  lifecycle: 'plan',
  command: 'DraftPlan',
  due: 'plans_before',
  metBy: `it.status <> 'withdrawn'`,
};
