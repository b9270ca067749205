import { missingPlan } from './missing-plan.js';
import { missingRegistration } from './missing-registration.js';
import type { OwedDossier } from './owed-dossier.js';

/** Everything that is owed without a stream of its own. */
export const owedDossiers: readonly OwedDossier[] = [missingPlan, missingRegistration];
