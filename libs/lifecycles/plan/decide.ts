import { localDateOf } from '#calendar';
import { isRefusal, type DecideContext, type Loaded, type Refusal } from '#kernel';
import {
  cycleOf,
  deadlineAt,
  openCycle,
  unequalForm,
  type CampaignPolicy,
  type CampaignState,
  type DeadlineName,
} from '#lifecycles/campaign';
import type { AmendPlan, DetectOverduePlan, DraftPlan, IssuePlanErratum, ReplacePlan, RevisePlan } from './commands.js';
import { contentRefusal, type ContentReads } from './content.js';
import type { PlanContent, PlanEvent } from './events.js';
import { awaitedBefore, completeContent, hostInForce } from './guards.js';
import type { ExistingPlan } from './state.js';

type Context = DecideContext<CampaignPolicy>;
type WithCampaign = { readonly campaign: Loaded<CampaignState> };
type Decision = PlanEvent | Refusal;

const due = (name: DeadlineName, context: Context, year: number): string =>
  deadlineAt(context.policy.deadlines[name], context.occurredAt, year, localDateOf);

const plansBefore = (campaign: CampaignState, year: number): string => cycleOf(campaign, year)?.plansBefore ?? '';

export function draftPlan(
  { campaign, unit, year, content }: DraftPlan,
  _state: unknown,
  context: Context,
  reads: ContentReads,
): Decision {
  const cycle = openCycle(reads.campaign, year);
  if (isRefusal(cycle)) return cycle;
  const refused = contentRefusal(content, unit, reads, context.now);
  return (
    refused ?? {
      type: 'PlanDrafted',
      data: { campaign, unit, year, content, dueAt: plansBefore(reads.campaign.state, year) },
    }
  );
}

export function revisePlan(
  { content }: RevisePlan,
  { unit }: ExistingPlan,
  { now }: Context,
  reads: ContentReads,
): Decision {
  return contentRefusal(content, unit, reads, now) ?? { type: 'PlanRevised', data: { content } };
}

export function issuePlan(_command: unknown, _state: unknown, { document }: Context): Decision {
  return { type: 'PlanIssued', data: { ...(document && { form: document.type }) } };
}

/** Late is what is sent at or after the exclusive deadline; it is accepted and stays late for ever. */
export function submitPlan(_command: unknown, state: ExistingPlan, context: Context, reads: WithCampaign): Decision {
  const late = context.now >= plansBefore(reads.campaign.state, state.year);
  return { type: 'PlanSubmitted', data: { late, dueAt: due('planReview', context, state.year) } };
}

export const receivePlan = (_command: unknown, state: ExistingPlan, context: Context): Decision => ({
  type: 'PlanReceived',
  data: { dueAt: due('planReview', context, state.year) },
});

export const returnPlan = (_command: unknown, state: ExistingPlan, context: Context): Decision => ({
  type: 'PlanReturned',
  data: { dueAt: due('planReview', context, state.year) },
});

export const acceptPlan = (): Decision => ({ type: 'PlanAccepted', data: {} });

/** What takes the place of an issued plan must be fit to be issued itself, and come by a document of the same form. */
function issuableRefusal(
  content: PlanContent,
  { unit, year, form }: ExistingPlan,
  reads: ContentReads,
  { now, document }: Context,
): Refusal | undefined {
  const unequal = unequalForm(document, ['KH', ...(form === undefined ? [] : [form])]);
  return (
    contentRefusal(content, unit, reads, now) ??
    [completeContent(content), hostInForce(content, year)].find(isRefusal) ??
    unequal
  );
}

export function amendPlan(
  { content }: AmendPlan,
  state: ExistingPlan,
  context: Context,
  reads: ContentReads,
): Decision {
  return issuableRefusal(content, state, reads, context) ?? { type: 'PlanAmended', data: { content } };
}

export function replacePlan(
  { content }: ReplacePlan,
  state: ExistingPlan,
  context: Context,
  reads: ContentReads,
): Decision {
  return (
    issuableRefusal(content, state, reads, context) ?? {
      type: 'PlanReplaced',
      data: { content, dueAt: due('planReview', context, state.year) },
    }
  );
}

export const issueErratum = ({ correction }: IssuePlanErratum): Decision => ({
  type: 'PlanErratumIssued',
  data: { correction },
});

export const withdrawPlan = (): Decision => ({ type: 'PlanWithdrawn', data: {} });

export function detectOverdue(
  _command: DetectOverduePlan,
  state: ExistingPlan,
  _context: Context,
  { campaign }: WithCampaign,
): Decision {
  return { type: 'PlanOverdueDetected', data: { dueAt: awaitedBefore(state, campaign.state) ?? '' } };
}
