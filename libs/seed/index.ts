export { HUE_OPENS } from './campaign-data.js';
export { hueCampaignId } from './campaign-steps.js';
export { HUE_UNITS } from './hue/hue-units.js';
export type { RosterUnit } from './hue/roster-unit.js';
export { PERSONAS, type Persona } from './personas.js';
export { seedPlan, type SeedScope } from './plan.js';
export {
  isSeeded,
  seed,
  SeedFault,
  type SeedOptions,
  type SeedProgress,
  type SeedResult,
  type SeedTarget,
} from './seed.js';
export type { SeedStep } from './step.js';
