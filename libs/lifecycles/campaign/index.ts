export { cycleKey, movingCycle, readingCycle } from './fences.js';
export type { CampaignCommand, DraftCampaign } from './commands.js';
export { asSet, dueBy, instantOf, untilWindow, type WindowName } from './deadlines.js';
export type { CampaignCharter, CampaignEvent, Field, ModelTemplate, Target } from './events.js';
export { cycleIsOpen, openCycle, unequalForm, type OfYear } from './guards.js';
export { campaignLifecycle } from './lifecycle.js';
export {
  DEADLINES,
  type CampaignPolicy,
  type Criterion,
  type DeadlineName,
  type DeadlineRule,
  type Rubric,
} from './policy/shape.js';
export { campaignRefusals } from './refusals.js';
export {
  campaignFold,
  cycleOf,
  periodOf,
  policyIn,
  rubricIn,
  type CampaignFacts,
  type CampaignState,
  type Cycle,
} from './state.js';
