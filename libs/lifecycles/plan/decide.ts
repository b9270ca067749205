import { LogFault, type DecideContext, type Loaded } from '#kernel';
import { cycleOf, dueBy, type CampaignPolicy, type CampaignState, type Cycle } from '#lifecycles/campaign';
import type { AmendPlan, DraftPlan, IssuePlanErratum, ReplacePlan, RevisePlan } from './commands.js';
import type { PlanEvent } from './events.js';
import type { ExistingPlan } from './state.js';

type Context = DecideContext<CampaignPolicy>;
type WithCampaign = { readonly campaign: Loaded<CampaignState> };

/** A plan is only ever drafted for a cycle that has been opened. */
function cycleIn({ campaign: { id, state } }: WithCampaign, year: number): Cycle {
  const cycle = cycleOf(state, year);
  if (!cycle) throw new LogFault('LOG_INCOMPLETE', `The campaign ${id} has no cycle of ${year}`);
  return cycle;
}

/** The plan is due when the cycle's window ends. */
export function draftPlan(
  { campaign, unit, year, content }: DraftPlan,
  _state: unknown,
  _context: Context,
  reads: WithCampaign,
): PlanEvent {
  const { plansBefore: dueAt } = cycleIn(reads, year);
  return { type: 'PlanDrafted', data: { campaign, unit, year, content, dueAt } };
}

/** What it says is new; where it stands is not. */
export const revisePlan = ({ content }: RevisePlan): PlanEvent => ({ type: 'PlanRevised', data: { content } });

/** The document is the envelope's. */
export const issuePlan = (): PlanEvent => ({ type: 'PlanIssued', data: {} });

/** Late is what is sent at or after the exclusive deadline; it is accepted and stays late for ever. */
export function submitPlan(
  _command: unknown,
  { year }: ExistingPlan,
  context: Context,
  reads: WithCampaign,
): PlanEvent {
  const late = context.now >= cycleIn(reads, year).plansBefore;
  return { type: 'PlanSubmitted', data: { late, dueAt: dueBy('planReview', context, year) } };
}

/** Home Affairs has it: the time for the review runs. */
export const receivePlan = (_command: unknown, { year }: ExistingPlan, context: Context): PlanEvent => ({
  type: 'PlanReceived',
  data: { dueAt: dueBy('planReview', context, year) },
});

/** The unit has as long to complete the plan as Home Affairs has to review it. */
export const returnPlan = (_command: unknown, { year }: ExistingPlan, context: Context): PlanEvent => ({
  type: 'PlanReturned',
  data: { dueAt: dueBy('planReview', context, year) },
});

/** Nothing is awaited any more. */
export const acceptPlan = (): PlanEvent => ({ type: 'PlanAccepted', data: {} });

/** An accepted plan says something else and stays accepted. */
export const amendPlan = ({ content }: AmendPlan): PlanEvent => ({ type: 'PlanAmended', data: { content } });

/** A new plan takes the place of the old one and is sent anew. */
export const replacePlan = ({ content }: ReplacePlan, { year }: ExistingPlan, context: Context): PlanEvent => ({
  type: 'PlanReplaced',
  data: { content, dueAt: dueBy('planReview', context, year) },
});

/** A slip of the pen is put right; nothing else moves. */
export const issueErratum = ({ correction }: IssuePlanErratum): PlanEvent => ({
  type: 'PlanErratumIssued',
  data: { correction },
});

/** The unit takes it back: it is drafted anew or not at all. */
export const withdrawPlan = (): PlanEvent => ({ type: 'PlanWithdrawn', data: {} });
