import type { Due, StepDeadline } from '#kernel';
import { untilWindow, type DeadlineName } from '#lifecycles/campaign';
import type { ExistingPlan } from './state.js';

/** Until a plan has been sent it is awaited by the cycle's own deadline; from then on by the one that was set for it. */
const next = (plan: ExistingPlan): Due =>
  !plan.sent && (plan.status === 'drafted' || plan.status === 'issued')
    ? untilWindow('plansBefore', plan)
    : { dueAt: plan.dueAt };

/** What the unit has to do until the plan is sent, or sent again. */
export const sending: StepDeadline<ExistingPlan, DeadlineName> = { rules: ['planIssue', 'planReview'], due: next };
