import { localDateOf } from '#calendar';
import { isRefusal, type DecideContext, type Loaded, type Refusal } from '#kernel';
import { campaignRefusals, cycleOf, deadlineAt, openCycle, type CampaignPolicy, type CampaignState, type DeadlineName } from '#lifecycles/campaign';
import type { AmendPlan, DetectOverduePlan, DraftPlan, IssuePlanErratum, ReplacePlan, RevisePlan } from './commands.js';
import type { PlanContent, PlanEvent } from './events.js';
import { completeContent, hostInForce } from './guards.js';
import { planRefusals } from './refusals.js';
import type { ExistingPlan } from './state.js';

type Context = DecideContext<CampaignPolicy>;
type WithCampaign = { readonly campaign: Loaded<CampaignState> };
type Decision = PlanEvent | Refusal;

/** The mode and the host document fit together, and the fields are the campaign's own. */
function contentRefusal(content: PlanContent, campaign: CampaignState): Refusal | undefined {
  if (content.mode === 'INTEGRATED' && !content.host) return planRefusals.hostMissing({}, ['content', 'host']);
  if (content.mode === 'STANDALONE' && content.host) return planRefusals.hostUnexpected({}, ['content', 'host']);
  const known = campaign.status === 'none' ? [] : campaign.fields.map((field) => field.key);
  const unknown = content.fields.find((field) => !known.includes(field));
  return unknown === undefined ? undefined : campaignRefusals.fieldUnknown({ field: unknown }, ['content', 'fields']);
}

const due = (name: DeadlineName, context: Context, year: number): string => deadlineAt(context.policy.deadlines[name], context.occurredAt, year, localDateOf);

const plansBefore = (campaign: CampaignState, year: number): string => cycleOf(campaign, year)?.plansBefore ?? '';

export function draftPlan({ campaign, unit, year, content }: DraftPlan, _state: unknown, _context: Context, reads: WithCampaign): Decision {
  const cycle = openCycle(reads.campaign, year);
  if (isRefusal(cycle)) return cycle;
  const refused = contentRefusal(content, reads.campaign.state);
  return refused ?? { type: 'PlanDrafted', data: { campaign, unit, year, content, dueAt: plansBefore(reads.campaign.state, year) } };
}

export function revisePlan({ content }: RevisePlan, _state: ExistingPlan, _context: Context, reads: WithCampaign): Decision {
  return contentRefusal(content, reads.campaign.state) ?? { type: 'PlanRevised', data: { content } };
}

export const issuePlan = (): Decision => ({ type: 'PlanIssued', data: {} });

/** Late is what is sent at or after the exclusive deadline; it is accepted and stays late for ever. */
export function submitPlan(_command: unknown, state: ExistingPlan, context: Context, reads: WithCampaign): Decision {
  const late = context.now >= plansBefore(reads.campaign.state, state.year);
  return { type: 'PlanSubmitted', data: { late, dueAt: due('planReview', context, state.year) } };
}

export const receivePlan = (_command: unknown, state: ExistingPlan, context: Context): Decision => ({ type: 'PlanReceived', data: { dueAt: due('planReview', context, state.year) } });

export const returnPlan = (_command: unknown, state: ExistingPlan, context: Context): Decision => ({ type: 'PlanReturned', data: { dueAt: due('planReview', context, state.year) } });

export const acceptPlan = (): Decision => ({ type: 'PlanAccepted', data: {} });

/** What takes the place of an issued plan must be fit to be issued itself. */
function issuableRefusal(content: PlanContent, { year }: ExistingPlan, { state }: Loaded<CampaignState>): Refusal | undefined {
  return contentRefusal(content, state) ?? [completeContent(content), hostInForce(content, year)].find(isRefusal);
}

export function amendPlan({ content }: AmendPlan, state: ExistingPlan, _context: Context, reads: WithCampaign): Decision {
  return issuableRefusal(content, state, reads.campaign) ?? { type: 'PlanAmended', data: { content } };
}

export function replacePlan({ content }: ReplacePlan, state: ExistingPlan, context: Context, reads: WithCampaign): Decision {
  return issuableRefusal(content, state, reads.campaign) ?? { type: 'PlanReplaced', data: { content, dueAt: due('planReview', context, state.year) } };
}

export const issueErratum = ({ correction }: IssuePlanErratum): Decision => ({ type: 'PlanErratumIssued', data: { correction } });

export const withdrawPlan = (): Decision => ({ type: 'PlanWithdrawn', data: {} });

export const detectOverdue = (_command: DetectOverduePlan, state: ExistingPlan): Decision => ({ type: 'PlanOverdueDetected', data: { dueAt: state.dueAt ?? '' } });
