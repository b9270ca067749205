import { localDateOf } from '#calendar';
import type { DecideContext, Json, Loaded, Refusal } from '#kernel';
import { cycleOf, deadlineAt, type CampaignPolicy, type CampaignState } from '#lifecycles/campaign';
import type { ModelState } from '#lifecycles/model';
import type { FlagDuplicate, ResolveDuplicate } from './commands.js';
import type { RegistrationEvent } from './events.js';
import { registrationRefusals } from './refusals.js';
import { registrationId, type ExistingRegistration, type RegistrationState } from './state.js';

type Context = DecideContext<CampaignPolicy>;
type WithCampaign = { readonly campaign: Loaded<CampaignState> };
type Decision = RegistrationEvent | Refusal;

const registrationsBefore = (campaign: CampaignState, year: number): string =>
  cycleOf(campaign, year)?.registrationsBefore ?? '';
const reviewBefore = ({ policy, occurredAt }: Context, year: number): string =>
  deadlineAt(policy.deadlines.registrationReview, occurredAt, year, localDateOf);

/**
 * What is first sent at or after the exclusive deadline is late: accepted, and late for ever. A resubmission keeps the
 * first one's timeliness. The unit's same template in the same place is suspected to be a duplicate, never refused.
 */
export function submit(
  _command: unknown,
  state: ExistingRegistration,
  context: Context,
  reads: WithCampaign & { readonly similar: readonly Json[] },
): readonly RegistrationEvent[] {
  const { year } = state;
  const { occurredAt: at } = context;
  const again = state.status === 'returned' || state.sentBefore === true;
  const late = again ? state.late : context.now >= registrationsBefore(reads.campaign.state, year);
  const sent: RegistrationEvent = {
    type: 'RegistrationSubmitted',
    data: { at, late, dueAt: reviewBefore(context, year), ...(again && { again }) },
  };
  const other = state.duplicateSuspicion ? undefined : similarOf(state, reads.similar);
  return other === undefined
    ? [sent]
    : [sent, { type: 'DuplicateSuspected', data: { other, ground: 'SAME_TEMPLATE_AND_PLACE', at } }];
}

/** The first similar registration that it has not been told apart from. */
const similarOf = ({ distinctFrom }: ExistingRegistration, similar: readonly Json[]): string | undefined =>
  similar.map((row) => String((row as { registration: string }).registration)).find((it) => !distinctFrom.includes(it));

/** Home Affairs has it: the time for the review runs. */
export function receive(_command: unknown, { year }: ExistingRegistration, context: Context): Decision {
  return { type: 'RegistrationReceived', data: { at: context.occurredAt, dueAt: reviewBefore(context, year) } };
}

/** The unit has as long to complete the dossier as Home Affairs has to review it. */
export function giveBack(_command: unknown, { year }: ExistingRegistration, context: Context): Decision {
  return { type: 'RegistrationReturned', data: { at: context.occurredAt, dueAt: reviewBefore(context, year) } };
}

/** What is withdrawn has not been sent: the registration window applies to it again. */
export function withdraw(
  _command: unknown,
  { year }: ExistingRegistration,
  context: Context,
  reads: WithCampaign,
): Decision {
  return {
    type: 'RegistrationWithdrawn',
    data: { at: context.occurredAt, dueAt: registrationsBefore(reads.campaign.state, year) },
  };
}

/** The steps that say nothing but when they were taken. */
const plainly =
  (type: 'RegistrationAccepted' | 'RegistrationRejected' | 'RegistrationCancelled' | 'ModelAbandoned') =>
  (_command: unknown, _state: unknown, context: Context): RegistrationEvent => ({
    type,
    data: { at: context.occurredAt },
  });

export const accept = plainly('RegistrationAccepted');
export const reject = plainly('RegistrationRejected');
export const cancel = plainly('RegistrationCancelled');
export const abandon = plainly('ModelAbandoned');

const ownId = ({ model, year }: ExistingRegistration): string => registrationId(model, year);

/** A suspicion is never a rejection: it only has to be resolved before acceptance. */
export function flagDuplicate(
  { other, ground }: FlagDuplicate,
  state: ExistingRegistration,
  context: Context,
  reads: { readonly other: Loaded<RegistrationState> },
): Decision {
  if (other === ownId(state)) return registrationRefusals.duplicateSelf({}, ['other']);
  if (reads.other.state.status === 'none' || reads.other.state.campaign !== state.campaign)
    return registrationRefusals.otherNotFound({ other }, ['other']);
  return { type: 'DuplicateSuspected', data: { other, ground, at: context.occurredAt } };
}

/** The statuses of a registration that can stand for a dropped one. */
const STANDING: readonly RegistrationState['status'][] = ['drafted', 'submitted', 'received', 'returned', 'accepted'];

/** Of two that are one, the other is kept; it has to stand. */
export function resolveDuplicate(
  { outcome }: ResolveDuplicate,
  state: ExistingRegistration,
  _context: Context,
  reads: { readonly other: Loaded<RegistrationState> },
): Decision {
  const other = state.duplicateSuspicion?.other ?? '';
  if (outcome === 'DISMISSED') return { type: 'DuplicateDismissed', data: { other } };
  if (!STANDING.includes(reads.other.state.status)) return registrationRefusals.otherNotKept({ other }, ['outcome']);
  return { type: 'DuplicateConfirmed', data: { keep: other, drop: ownId(state) } };
}

/** A dossier that is not over follows its model to the new owner. */
export function transfer(
  _command: unknown,
  { unit }: ExistingRegistration,
  _context: Context,
  { model }: { readonly model: Loaded<ModelState> },
): Decision {
  if (model.state.status === 'none' || model.state.unit === unit) return registrationRefusals.ownerUnchanged();
  return { type: 'RegistrationTransferred', data: { from: unit, to: model.state.unit } };
}
