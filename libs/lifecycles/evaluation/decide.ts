import type { DecideContext, Loaded, Refusal } from '#kernel';
import { dueBy, type CampaignPolicy } from '#lifecycles/campaign';
import type { ModelState } from '#lifecycles/model';
import type { PlanEvaluation, RecordSiteVisit, ReopenEvaluation, SubmitSelfEvaluation } from './commands.js';
import type { EvaluationEvent } from './events.js';
import { rubricOf, type Planning } from './guards.js';
import { namedIn, type WithResting } from './reliance.js';
import { evaluationRefusals } from './refusals.js';
import { byCriterion } from './scoring.js';
import type { ExistingEvaluation } from './state.js';

export type Context = DecideContext<CampaignPolicy>;
export type Decision = EvaluationEvent | readonly EvaluationEvent[] | Refusal;

/** About the model's present owner, judged by the rubric of the cycle, whatever is adopted later. */
export function planEvaluation(
  command: PlanEvaluation,
  _state: unknown,
  context: Context,
  { campaign, registration, model }: Planning,
): Decision {
  const { year, unit } = command;
  const [registered, owned, judgedBy] = [registration.state, model.state, rubricOf(campaign.state, year)];
  if (registered.status === 'none' || owned.status === 'none' || !judgedBy)
    return evaluationRefusals.registrationDiffers();
  const subject = {
    campaign: command.campaign,
    registration: registration.id,
    model: command.model,
    unit,
    year,
    title: registered.title,
    ...judgedBy,
  };
  const { restricted, derivedFrom } = owned;
  return {
    type: 'EvaluationPlanned',
    data: {
      ...subject,
      restricted,
      ...(derivedFrom && { derivedFrom }),
      dueAt: dueBy('selfEvaluation', context, year),
    },
  };
}

/** Late is what first comes after its time, or comes once there is a panel; it is taken all the same. */
export function submitSelfEvaluation(
  { points, statement }: SubmitSelfEvaluation,
  { status, dueAt, returnedInTime }: ExistingEvaluation,
  { now }: Context,
): Decision {
  const late = status !== 'planned' || (!returnedInTime && dueAt !== undefined && now >= dueAt);
  return {
    type: 'SelfEvaluationSubmitted',
    data: {
      points: byCriterion(points),
      statement,
      ...(late && { late }),
      ...(dueAt !== undefined && { dueAt }),
    },
  };
}

/** The unit has as long to complete it as it had to write it. */
export const returnSelfEvaluation = (_command: unknown, { year }: ExistingEvaluation, context: Context): Decision => ({
  type: 'SelfEvaluationReturned',
  data: { dueAt: dueBy('selfEvaluation', context, year) },
});

/** What is withdrawn has not been sent: it is due as before. */
export const withdrawSelfEvaluation = (
  _command: unknown,
  { year, selfEvaluation }: ExistingEvaluation,
  context: Context,
): Decision => ({
  type: 'SelfEvaluationWithdrawn',
  data: { dueAt: selfEvaluation?.dueAt ?? dueBy('selfEvaluation', context, year) },
});

export const recordSiteVisit = ({ on, place, findings }: RecordSiteVisit): Decision => ({
  type: 'SiteVisitRecorded',
  data: { on, place, findings },
});

export const lodgeObjection = (_command: unknown, { year }: ExistingEvaluation, context: Context): Decision => ({
  type: 'ObjectionLodged',
  data: { dueAt: dueBy('objectionAnswer', context, year) },
});

export const dismissObjection = (): Decision => ({ type: 'ObjectionDismissed', data: {} });

/** The result is taken back; what rests on it is named. */
export const upholdObjection = (
  _command: unknown,
  _state: unknown,
  _context: unknown,
  reads: WithResting,
): Decision => ({ type: 'ObjectionUpheld', data: { resting: namedIn(reads) } });

/** A conflict that nobody knew of: those named leave the panel, their scores count no more. */
export const reopenEvaluation = (
  { conflicted }: ReopenEvaluation,
  _state: unknown,
  _context: unknown,
  reads: WithResting,
): Decision => ({ type: 'EvaluationReopened', data: { conflicted, resting: namedIn(reads) } });

export const cancelEvaluation = (): Decision => ({ type: 'EvaluationCancelled', data: {} });

/** Nothing happens where the model has stayed. */
export function transferEvaluation(
  _command: unknown,
  { unit: from }: ExistingEvaluation,
  _context: Context,
  reads: { readonly model: Loaded<ModelState> },
): Decision {
  const { state } = reads.model;
  return state.status === 'none' || state.unit === from
    ? []
    : { type: 'EvaluationTransferred', data: { from, to: state.unit } };
}
