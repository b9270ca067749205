export { readingCycle } from './fences.js';
export type { CampaignCommand, DraftCampaign } from './commands.js';
export { asSet, dueBy, instantOf, untilWindow, type WindowName } from './deadlines.js';
export {
  DUTIES,
  type CampaignCharter,
  type CampaignEvent,
  type DutyName,
  type Field,
  type FrozenFigure,
  type ModelTemplate,
  type Target,
} from './events.js';
export { DUTY_WINDOWS, rosterDay, type Cycle } from './cycle.js';
export { dutyReadings, figuresOf } from './decide-cycle.js';
export {
  cycleIsNotClosed,
  cycleIsNotClosedWhere,
  cycleIsOpen,
  sendingIsOpen,
  unequalForm,
  yearIsNotClosed,
  yearIsOpen,
  type OfYear,
} from './guards.js';
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
} from './state.js';
export { isAll, isOverNineTenths, isSome, READINGS, type Figure, type Reading, type TargetKey } from './targets.js';
