import { isRefusal, type DecideContext, type Loaded, type Refusal } from '#kernel';
import { cycleOf, openCycle, type CampaignState } from '#lifecycles/campaign';
import type { ExistingModel, ModelState } from '#lifecycles/model';
import type { ContinueModel, RegisterModel } from './commands.js';
import type { RegistrationDraft, RegistrationEvent } from './events.js';
import { isOpen } from './guards.js';
import { registrationRefusals } from './refusals.js';
import type { RegistrationState } from './state.js';

type Decision = RegistrationEvent | Refusal;

/** What is looked at when a registration is drafted. */
export interface DraftReads {
  readonly campaign: Loaded<CampaignState>;
  readonly model: Loaded<ModelState>;
}

/** The model as its owner may register it for the year, or why not. */
function registrable(
  { model: id, campaign, unit, year }: RegisterModel | ContinueModel,
  { campaign: running, model }: DraftReads,
): ExistingModel | Refusal {
  const { state } = model;
  if (state.status === 'none' || state.campaign !== campaign)
    return registrationRefusals.modelNotFound({ model: id }, ['model']);
  if (state.unit !== unit) return registrationRefusals.notOwner({ model: id }, ['unit']);
  if (!isOpen(state)) return registrationRefusals.modelNotAlive({ model: id }, ['model']);
  const cycle = openCycle(running, year);
  return isRefusal(cycle) ? cycle : state;
}

function draftOf(
  command: RegisterModel | ContinueModel,
  model: ExistingModel,
  campaign: CampaignState,
): RegistrationDraft {
  const { kind, field, template, subUnit, restricted, name } = model;
  const optional = { ...(template !== undefined && { template }), ...(subUnit !== undefined && { subUnit }) };
  const { unit, year, responsible, title = name } = command;
  const dueAt = cycleOf(campaign, year)?.registrationsBefore ?? '';
  return {
    campaign: command.campaign,
    model: command.model,
    unit,
    year,
    kind,
    field,
    ...optional,
    restricted,
    title,
    responsible,
    dueAt,
  };
}

/** Drafts the registration of a model for a cycle. */
export function registerModel(
  command: RegisterModel,
  _state: unknown,
  _context: DecideContext<unknown>,
  reads: DraftReads,
): Decision {
  const model = registrable(command, reads);
  return isRefusal(model) ? model : { type: 'ModelRegistered', data: draftOf(command, model, reads.campaign.state) };
}

/** A model carried on keeps its identity; each cycle confirms it anew (T-2). */
export function continueModel(
  command: ContinueModel,
  _state: unknown,
  _context: DecideContext<unknown>,
  reads: DraftReads & { readonly previous: Loaded<RegistrationState> },
): Decision {
  const { fromYear, year } = command;
  if (fromYear >= year) return registrationRefusals.previousNotEarlier({ fromYear, year }, ['fromYear']);
  const model = registrable(command, reads);
  if (isRefusal(model)) return model;
  if (reads.previous.state.status !== 'accepted')
    return registrationRefusals.previousNotAccepted({ fromYear }, ['fromYear']);
  return {
    type: 'RegistrationContinued',
    data: { ...draftOf(command, model, reads.campaign.state), continuedFrom: fromYear },
  };
}
