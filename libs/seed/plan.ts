import { campaignSteps } from './campaign-steps.js';
import { administratorSteps, personaSteps } from './people-steps.js';
import { ADMINISTRATOR, FOUNDERS, PERSONAS } from './personas.js';
import type { Founding, SeedStep } from './step.js';
import { unitSteps } from './unit-steps.js';

/** What a seed consists of. */
export interface SeedScope extends Founding {
  /** Everybody of the demonstration; with false only those who open the campaign. True unless given. */
  readonly includePersonas?: boolean;
}

/** The commands that open the city's campaign on an empty log, in the order in which they must be sent. */
export function seedPlan(scope: SeedScope): readonly SeedStep[] {
  const everybody = PERSONAS.filter((persona) => persona !== ADMINISTRATOR);
  return [
    ...administratorSteps(scope),
    ...personaSteps(scope, scope.includePersonas === false ? FOUNDERS : everybody),
    ...unitSteps(scope),
    ...campaignSteps(scope),
  ];
}
