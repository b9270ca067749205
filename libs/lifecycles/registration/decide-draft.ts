import type { DecideContext, Loaded, Refusal } from '#kernel';
import type { CampaignState } from '#lifecycles/campaign';
import type { ExistingModel, ModelState } from '#lifecycles/model';
import type { ContinueModel, RegisterModel } from './commands.js';
import type { RegistrationDraft, RegistrationEvent } from './events.js';
import { registrationRefusals } from './refusals.js';
import { registrationsBefore } from './window.js';

type Context = DecideContext<unknown>;

/** What a draft takes from elsewhere. */
export interface DraftReads {
  readonly campaign: Loaded<CampaignState>;
  readonly model: Loaded<ModelState>;
}

/** Drafts the registration of a model for a cycle. */
export function registerModel(
  command: RegisterModel,
  _state: unknown,
  _context: Context,
  { model: { state }, campaign }: DraftReads,
): RegistrationEvent | Refusal {
  if (state.status === 'none') return registrationRefusals.modelNotFound({ model: command.model }, ['model']);
  return { type: 'ModelRegistered', data: draftOf(command, state, campaign) };
}

/** A model carried on keeps its identity; each cycle confirms it anew (T-2). */
export function continueModel(
  command: ContinueModel,
  _state: unknown,
  _context: Context,
  { model: { state }, campaign }: DraftReads,
): RegistrationEvent | Refusal {
  if (state.status === 'none') return registrationRefusals.modelNotFound({ model: command.model }, ['model']);
  const data = { ...draftOf(command, state, campaign), continuedFrom: command.fromYear };
  return { type: 'RegistrationContinued', data };
}

/** It is due when the cycle's window ends. */
function draftOf(
  { campaign, model, unit, year, responsible, title }: RegisterModel | ContinueModel,
  { kind, field, template, subUnit, restricted, name }: ExistingModel,
  running: Loaded<CampaignState>,
): RegistrationDraft {
  return {
    campaign,
    model,
    unit,
    year,
    kind,
    field,
    ...(template !== undefined && { template }),
    ...(subUnit !== undefined && { subUnit }),
    restricted,
    title: title ?? name,
    responsible,
    dueAt: registrationsBefore(running, year),
  };
}
