import { localDateOf } from '#calendar';
import { isRefusal, type DecideContext, type Loaded, type Refusal } from '#kernel';
import {
  cycleOf,
  deadlineAt,
  openCycle,
  type CampaignPolicy,
  type CampaignState,
  type DeadlineName,
} from '#lifecycles/campaign';
import type { ModelState } from '#lifecycles/model';
import type { RegistrationState } from '#lifecycles/registration';
import type { PlanEvaluation, RecordSiteVisit, ReopenEvaluation, SubmitSelfEvaluation } from './commands.js';
import type { EvaluationEvent, EvaluationSubject } from './events.js';
import { evaluationRefusals } from './refusals.js';
import { pointsBy } from './scoring.js';
import type { ExistingEvaluation } from './state.js';

export type Context = DecideContext<CampaignPolicy>;
export type Decision = EvaluationEvent | Refusal;

/** The exclusive instant by which the step after an act is due. */
export const due = (name: DeadlineName, { policy, occurredAt }: Context, year: number): string =>
  deadlineAt(policy.deadlines[name], occurredAt, year, localDateOf);

interface Planning {
  readonly campaign: Loaded<CampaignState>;
  readonly registration: Loaded<RegistrationState>;
  readonly model: Loaded<ModelState>;
}

/** About the model's present owner, judged by the rubric of the cycle, whatever is adopted later. */
export function planEvaluation(
  command: PlanEvaluation,
  _state: unknown,
  context: Context,
  { campaign, registration, model }: Planning,
): Decision {
  const { year, unit } = command;
  const cycle = openCycle(campaign, year);
  if (isRefusal(cycle)) return cycle;
  const registered = registration.state;
  if (registered.status !== 'accepted')
    return evaluationRefusals.registrationNotAccepted({ year, status: registered.status }, ['year']);
  const owned = model.state;
  if (owned.status === 'none' || owned.unit !== unit) return evaluationRefusals.registrationDiffers({}, ['unit']);
  if (registered.campaign !== command.campaign) return evaluationRefusals.registrationDiffers({}, ['campaign']);
  const judgedBy = rubricOf(campaign.state, year);
  if (!judgedBy) return evaluationRefusals.rubricMissing({ year }, ['year']);
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
    data: { ...subject, restricted, ...(derivedFrom && { derivedFrom }), dueAt: due('selfEvaluation', context, year) },
  };
}

/** The rubric that the cycle was opened with. */
function rubricOf(campaign: CampaignState, year: number): Pick<EvaluationSubject, 'rubric' | 'criteria'> | undefined {
  const rubric = cycleOf(campaign, year)?.rubric;
  const criteria = campaign.status === 'none' || !rubric ? undefined : campaign.rubrics[rubric]?.criteria;
  return rubric && criteria ? { rubric, criteria } : undefined;
}

/** Late is what first comes after its time, or comes once there is a panel; it is taken all the same. */
export function submitSelfEvaluation(
  { points: given, statement }: SubmitSelfEvaluation,
  { criteria, status, dueAt, returnedInTime }: ExistingEvaluation,
  context: Context,
): Decision {
  const points = pointsBy(criteria, given, 'points');
  if (isRefusal(points)) return points;
  const late = status !== 'planned' || (!returnedInTime && dueAt !== undefined && context.now >= dueAt);
  const said = { points, statement, on: localDateOf(context.occurredAt), by: context.actor.subject };
  return {
    type: 'SelfEvaluationSubmitted',
    data: { ...said, ...(late && { late }), ...(dueAt !== undefined && { dueAt }) },
  };
}

/** The unit has as long to complete it as it had to write it. */
export const returnSelfEvaluation = (_command: unknown, { year }: ExistingEvaluation, context: Context): Decision => ({
  type: 'SelfEvaluationReturned',
  data: { dueAt: due('selfEvaluation', context, year) },
});

/** What is withdrawn has not been sent: it is due as before. */
export const withdrawSelfEvaluation = (
  _command: unknown,
  { year, selfEvaluation }: ExistingEvaluation,
  context: Context,
): Decision => ({
  type: 'SelfEvaluationWithdrawn',
  data: { dueAt: selfEvaluation?.dueAt ?? due('selfEvaluation', context, year) },
});

export function recordSiteVisit(
  { on, place, findings }: RecordSiteVisit,
  _state: ExistingEvaluation,
  context: Context,
): Decision {
  if (on > localDateOf(context.now)) return evaluationRefusals.visitInFuture({ on }, ['on']);
  return {
    type: 'SiteVisitRecorded',
    data: { visit: context.newId('visit'), on, by: context.actor.subject, place, findings },
  };
}

export const lodgeObjection = (_command: unknown, { year }: ExistingEvaluation, context: Context): Decision => ({
  type: 'ObjectionLodged',
  data: { lodgedAt: context.now, dueAt: due('objectionAnswer', context, year) },
});

export const dismissObjection = (_command: unknown, _state: ExistingEvaluation, { now }: Context): Decision => ({
  type: 'ObjectionDismissed',
  data: { answeredAt: now },
});

export const upholdObjection = (_command: unknown, _state: ExistingEvaluation, { now }: Context): Decision => ({
  type: 'ObjectionUpheld',
  data: { answeredAt: now },
});

/** A conflict that nobody knew of: those named leave the panel, their scores count no more. */
export function reopenEvaluation({ conflicted }: ReopenEvaluation, { panel }: ExistingEvaluation): Decision {
  const stranger = conflicted.find((subject) => !panel.members.some((it) => it.subject === subject));
  if (stranger !== undefined) return evaluationRefusals.conflictedUnknown({}, ['conflicted']);
  return { type: 'EvaluationReopened', data: { conflicted } };
}

export const cancelEvaluation = (): Decision => ({ type: 'EvaluationCancelled', data: {} });

/** The guard has found that the model has another owner. */
export function transferEvaluation(
  _command: unknown,
  { unit: from }: ExistingEvaluation,
  _context: Context,
  reads: { readonly model: Loaded<ModelState> },
): Decision {
  const { state } = reads.model;
  return state.status === 'none'
    ? evaluationRefusals.notMoved({ unit: from })
    : { type: 'EvaluationTransferred', data: { from, to: state.unit } };
}
