import type { OwedDossier } from './owed-dossier.js';

/** A registration of a model in the cycle, even if it is only begun; one that came to nothing is none. */
export const missingRegistration: OwedDossier = {
  lifecycle: 'registration',
  command: 'RegisterModel',
  due: 'registrations_before',
  metBy: `it.status NOT IN ('rejected', 'merged', 'cancelled')`,
};
