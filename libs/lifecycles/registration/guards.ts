import type { Guard, Loaded } from '#kernel';
import { FORM_ITEM_LABELS, missingItems, type ExistingModel, type ModelState } from '#lifecycles/model';
import { registrationRefusals } from './refusals.js';
import type { ExistingRegistration } from './state.js';

type WithModel = { readonly model: Loaded<ModelState> };

/** The statuses in which a model may be registered for a cycle. */
const OPEN: readonly ModelState['status'][] = ['proposed', 'implementing', 'notMaintained'];

/** A model that may be registered. */
export const isOpen = (model: ModelState): model is ExistingModel => OPEN.includes(model.status);

/** The model is still one that may be registered. */
export const modelIsOpen: Guard<unknown, WithModel> = {
  rule: 'modelIsOpen',
  check: (_state, { model }) =>
    isOpen(model.state)
      ? { model: model.id, status: model.state.status }
      : registrationRefusals.modelNotAlive({ model: model.id }),
};

/** The unit of the registration still owns the model. */
export const unitOwnsModel: Guard<ExistingRegistration, WithModel> = {
  rule: 'unitOwnsModel',
  check: ({ unit }, { model }) =>
    model.state.status !== 'none' && model.state.unit === unit
      ? { unit }
      : registrationRefusals.notOwner({ model: model.id }),
};

/** Every item of the form is filled in. */
export const formIsComplete: Guard<unknown, WithModel> = {
  rule: 'formIsComplete',
  check: (_state, { model }) => {
    const missing = model.state.status === 'none' ? [] : missingItems(model.state);
    return missing.length > 0
      ? registrationRefusals.formIncomplete({ missing, items: missing.map((item) => ({ ...FORM_ITEM_LABELS[item] })) })
      : { model: model.id, revision: model.revision };
  },
};

/** No suspected duplicate is unresolved. */
export const noDuplicateOpen: Guard<ExistingRegistration, unknown> = {
  rule: 'noDuplicateOpen',
  check: ({ duplicateSuspicion }) =>
    duplicateSuspicion ? registrationRefusals.duplicateOpen({ other: duplicateSuspicion.other }) : { duplicates: 0 },
};

/** A person raises one suspicion at a time; what the system finds adds nothing to an open one. */
export const maySuspect: Guard<ExistingRegistration, unknown> = {
  rule: 'maySuspect',
  check: (state, reads, at) =>
    at.actor.role === 'SYSTEM'
      ? { other: state.duplicateSuspicion?.other ?? null }
      : noDuplicateOpen.check(state, reads, at),
};

/** A suspected duplicate waits to be resolved. */
export const duplicateIsOpen: Guard<ExistingRegistration, unknown> = {
  rule: 'duplicateIsOpen',
  check: ({ duplicateSuspicion }) =>
    duplicateSuspicion ? { other: duplicateSuspicion.other } : registrationRefusals.duplicateNone(),
};

/** The unit that the model has gone to, when it is another than the registration's. */
export const newOwner = (model: ModelState, unit: string): string | undefined =>
  model.status === 'none' || model.unit === unit ? undefined : model.unit;

/** The model has gone to another unit than the registration's. */
export const ownerHasChanged: Guard<ExistingRegistration, WithModel> = {
  rule: 'ownerHasChanged',
  check: ({ unit: from }, { model }) => {
    const to = newOwner(model.state, from);
    return to === undefined ? registrationRefusals.ownerUnchanged() : { model: model.id, from, to };
  },
};

/** Before the start: not accepted yet, or accepted and the model has not begun. */
export const isBeforeStart: Guard<ExistingRegistration, WithModel> = {
  rule: 'isBeforeStart',
  check: ({ status }, { model }) => {
    const startedOn = startOf(model.state) ?? null;
    return status === 'accepted' && startedOn !== null
      ? registrationRefusals.alreadyStarted({ startedOn })
      : { status, startedOn };
  },
};

/** After the start: the model has begun. */
export const isAfterStart: Guard<unknown, WithModel> = {
  rule: 'isAfterStart',
  check: (_state, { model }) => {
    const startedOn = startOf(model.state);
    return startedOn === undefined ? registrationRefusals.notStarted() : { startedOn };
  },
};

const startOf = (model: ModelState): string | undefined => (model.status === 'none' ? undefined : model.startedOn);
