import type { DecideContext, Loaded, ValuesOf } from '#kernel';
import { dueBy, type CampaignPolicy, type CampaignState } from '#lifecycles/campaign';
import type { ModelState } from '#lifecycles/model';
import type { FlagDuplicate, ResolveDuplicate } from './commands.js';
import type { RegistrationEvent } from './events.js';
import { newOwner } from './guards.js';
import type { similarRegistrations } from './questions/index.js';
import type { ExistingRegistration } from './state.js';
import { registrationsBefore } from './window.js';

type Context = DecideContext<CampaignPolicy>;
type WithCampaign = { readonly campaign: Loaded<CampaignState> };
type Similar = readonly ValuesOf<(typeof similarRegistrations)['answers']>[];

/**
 * What is first sent at or after the exclusive deadline is late: accepted, and late for ever. A resubmission keeps the
 * first one's timeliness. The unit's same template in the same place is suspected to be a duplicate, never refused.
 */
export function submit(
  _command: unknown,
  state: ExistingRegistration,
  context: Context,
  { campaign, similar }: WithCampaign & { readonly similar: Similar },
): readonly RegistrationEvent[] {
  const { year } = state;
  const again = state.status === 'returned' || state.sentBefore === true;
  const late = again ? state.late : context.now >= registrationsBefore(campaign, year);
  const data = { late, dueAt: dueBy('registrationReview', context, year), ...(again && { again }) };
  const sent: RegistrationEvent = { type: 'RegistrationSubmitted', data };
  const other = state.duplicateSuspicion ? undefined : firstOf(similar, state);
  return other === undefined
    ? [sent]
    : [sent, { type: 'DuplicateSuspected', data: { other, ground: 'SAME_TEMPLATE_AND_PLACE' } }];
}

/** The first similar registration that it has not been told apart from. */
const firstOf = (similar: Similar, { distinctFrom }: ExistingRegistration): string | undefined =>
  similar.find(({ registration }) => !distinctFrom.includes(registration))?.registration;

/** Home Affairs has it: the time for the review runs. */
export const receive = (_command: unknown, { year }: ExistingRegistration, context: Context): RegistrationEvent => ({
  type: 'RegistrationReceived',
  data: { dueAt: dueBy('registrationReview', context, year) },
});

/** The unit has as long to complete the dossier as Home Affairs has to review it. */
export const giveBack = (_command: unknown, { year }: ExistingRegistration, context: Context): RegistrationEvent => ({
  type: 'RegistrationReturned',
  data: { dueAt: dueBy('registrationReview', context, year) },
});

/** What is withdrawn has not been sent: the registration window applies to it again. */
export const withdraw = (
  _command: unknown,
  { year }: ExistingRegistration,
  _context: Context,
  { campaign }: WithCampaign,
): RegistrationEvent => ({ type: 'RegistrationWithdrawn', data: { dueAt: registrationsBefore(campaign, year) } });

/** The steps that say nothing but that they were taken. */
const plainly =
  (type: 'RegistrationAccepted' | 'RegistrationRejected' | 'RegistrationCancelled' | 'ModelAbandoned') =>
  (): RegistrationEvent => ({ type, data: {} });

/** The model may start; nothing is due any more. */
export const accept = plainly('RegistrationAccepted');
/** It is not accepted; the unit may begin anew. */
export const reject = plainly('RegistrationRejected');
/** The unit gives it up before the start. */
export const cancel = plainly('RegistrationCancelled');
/** The unit gives it up after the start: T-3 counts that. */
export const abandon = plainly('ModelAbandoned');

/** A suspicion is never a rejection: it only has to be resolved before acceptance. One at a time. */
export const flagDuplicate = (
  { other, ground }: FlagDuplicate,
  { duplicateSuspicion }: ExistingRegistration,
): readonly RegistrationEvent[] =>
  duplicateSuspicion ? [] : [{ type: 'DuplicateSuspected', data: { other, ground } }];

/** Of two that are one, the other is kept. */
export function resolveDuplicate(
  { outcome }: ResolveDuplicate,
  _state: unknown,
  _context: unknown,
  { other: { id } }: { readonly other: { readonly id: string } },
): RegistrationEvent {
  return outcome === 'DISMISSED'
    ? { type: 'DuplicateDismissed', data: { other: id } }
    : { type: 'DuplicateConfirmed', data: { keep: id } };
}

/** A dossier that is not over follows its model to the new owner. */
export function transfer(
  _command: unknown,
  { unit: from }: ExistingRegistration,
  _context: Context,
  { model }: { readonly model: Loaded<ModelState> },
): readonly RegistrationEvent[] {
  const to = newOwner(model.state, from);
  return to === undefined ? [] : [{ type: 'RegistrationTransferred', data: { from, to } }];
}
