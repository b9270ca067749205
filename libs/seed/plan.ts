import { campaignSteps } from './campaign-steps.js';
import { administratorSteps, personaSteps } from './people-steps.js';
import { ADMINISTRATOR, FOUNDERS, OFFICER, PERSONAS } from './personas.js';
import type { Founding, SeedStep } from './step.js';
import { enrolmentSteps, registrationSteps } from './unit-steps.js';

/** What a seed consists of. */
export interface SeedScope extends Founding {
  /** Everybody of the demonstration; with false only those who open the campaign. True unless given. */
  readonly includePersonas?: boolean;
}

/** The commands that open the city's campaign on an empty log, in the order in which they must be sent. */
export function seedPlan(scope: SeedScope): readonly SeedStep[] {
  const wanted = scope.includePersonas === false ? FOUNDERS : PERSONAS;
  const others = wanted.filter((persona) => persona !== ADMINISTRATOR && persona !== OFFICER);
  return [
    ...administratorSteps(scope),
    // The officer registers the units; everybody else is placed at one that stands in the register.
    ...personaSteps(scope, [OFFICER]),
    ...registrationSteps(scope),
    ...personaSteps(scope, others),
    ...enrolmentSteps(scope),
    ...campaignSteps(scope),
  ];
}
