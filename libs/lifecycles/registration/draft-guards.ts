import type { ContentGuard, Loaded } from '#kernel';
import type { ModelState } from '#lifecycles/model';
import type { ContinueModel, RegisterModel } from './commands.js';
import { isOpen } from './guards.js';
import { registrationRefusals } from './refusals.js';
import type { RegistrationState } from './state.js';

type Drafting<X> = ContentGuard<unknown, X, RegisterModel | ContinueModel>;
type Continuing<X> = ContentGuard<unknown, X, ContinueModel>;

/** The unit owns a model of the campaign that may be registered. */
export const modelIsRegistrable: Drafting<{ readonly model: Loaded<ModelState> }> = {
  rule: 'modelIsRegistrable',
  checkContent: ({ model: id, campaign, unit }, _state, { model: { state } }) => {
    if (state.status === 'none' || state.campaign !== campaign)
      return registrationRefusals.modelNotFound({ model: id }, ['model']);
    if (state.unit !== unit) return registrationRefusals.notOwner({ model: id }, ['unit']);
    return isOpen(state)
      ? { model: id, unit, status: state.status }
      : registrationRefusals.modelNotAlive({ model: id }, ['model']);
  },
};

/** A model is continued from a cycle before. */
export const continuesEarlierYear: Continuing<unknown> = {
  rule: 'continuesEarlierYear',
  checkContent: ({ fromYear, year }) =>
    fromYear < year ? { fromYear, year } : registrationRefusals.previousNotEarlier({ fromYear, year }, ['fromYear']),
};

/** Its registration of that cycle was accepted. */
export const continuesAccepted: Continuing<{ readonly previous: Loaded<RegistrationState> }> = {
  rule: 'continuesAccepted',
  checkContent: ({ fromYear }, _state, { previous }) =>
    previous.state.status === 'accepted'
      ? { previous: previous.id, fromYear }
      : registrationRefusals.previousNotAccepted({ fromYear }, ['fromYear']),
};
