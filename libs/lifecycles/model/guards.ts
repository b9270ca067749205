import { localDateOf } from '#calendar';
import type { Guard, Json, Loaded } from '#kernel';
import type { CampaignState } from '#lifecycles/campaign';
import { modelRefusals } from './refusals.js';
import type { ExistingModel } from './state.js';

/** The campaign has been issued and is neither suspended nor over. For transitions that read it as `campaign`. */
export const campaignIsRunning: Guard<unknown, { readonly campaign: Loaded<CampaignState> }> = {
  rule: 'campaignIsRunning',
  check: (_state, { campaign: { id, state } }) =>
    state.status === 'issued' || state.status === 'running'
      ? { campaign: id }
      : modelRefusals.campaignNotRunning({ campaign: id }),
};

/** Some cycle has an accepted registration of the model. */
export const isRegistered: Guard<unknown, { readonly registrations: readonly Json[] }> = {
  rule: 'isRegistered',
  check: (_state, { registrations }) =>
    registrations.length > 0 ? { registrations: [...registrations] } : modelRefusals.notRegistered(),
};

/** A model that was not kept up goes on only as one that is registered for the present year. */
export const isRegisteredAnew: Guard<ExistingModel, { readonly registrations: readonly Json[] }> = {
  rule: 'isRegisteredAnew',
  check: ({ status }, { registrations }, { now }) => {
    const year = Number(localDateOf(now).slice(0, 4));
    const registered = registrations.some((row) => Number((row as { year?: number }).year) === year);
    return status !== 'notMaintained' || registered ? { status, year } : modelRefusals.notRegisteredInYear({ year });
  },
};

/** Some cycle has a concluded evaluation of the model. */
export const isEvaluated: Guard<unknown, { readonly verdicts: readonly Json[] }> = {
  rule: 'isEvaluated',
  check: (_state, { verdicts }) => (verdicts.length > 0 ? { verdicts: [...verdicts] } : modelRefusals.notEvaluated()),
};

/** The model is kept from publication. */
export const isRestricted: Guard<ExistingModel, unknown> = {
  rule: 'isRestricted',
  check: ({ restricted, field }) => (restricted ? { field } : modelRefusals.notRestricted()),
};
