import { localDateOf } from '#calendar';
import { futureRefusal, isRefusal, periodRefusal, type ContentGuard, type Guard, type Loaded } from '#kernel';
import { periodOf, type CampaignState } from '#lifecycles/campaign';
import { activeUnit, type UnitState } from '#lifecycles/unit';
import type { RecordActivity, TransferModelOwnership } from './commands.js';
import { modelRefusals } from './refusals.js';
import type { ExistingModel } from './state.js';

export interface WithCampaign {
  readonly campaign: Loaded<CampaignState>;
}
interface WithRegistrations {
  readonly registrations: readonly { readonly registration: string; readonly year: number }[];
}

/** The campaign has been issued and is neither suspended nor over. For transitions that read it as `campaign`. */
export const campaignIsRunning: Guard<unknown, WithCampaign> = {
  rule: 'campaignIsRunning',
  check: (_state, { campaign: { id, state } }) =>
    state.status === 'issued' || state.status === 'running'
      ? { campaign: id }
      : modelRefusals.campaignNotRunning({ campaign: id }),
};

/** Some cycle has an accepted registration of the model. */
export const isRegistered: Guard<unknown, WithRegistrations> = {
  rule: 'isRegistered',
  check: (_state, { registrations }) =>
    registrations.length > 0
      ? { registrations: registrations.map((it) => it.registration) }
      : modelRefusals.notRegistered(),
};

/** A model that was not kept up goes on only as one that is registered for the present year. */
export const isRegisteredAnew: Guard<ExistingModel, WithRegistrations> = {
  rule: 'isRegisteredAnew',
  check: ({ status }, { registrations }, { now }) => {
    const year = Number(localDateOf(now).slice(0, 4));
    const registered = registrations.some((it) => it.year === year);
    return status !== 'notMaintained' || registered ? { status, year } : modelRefusals.notRegisteredInYear({ year });
  },
};

/** The model is kept from publication. */
export const isRestricted: Guard<ExistingModel, unknown> = {
  rule: 'isRestricted',
  check: ({ restricted, field }) => (restricted ? { field } : modelRefusals.notRestricted()),
};

/** An activity lies in the campaign's years, and not in the future. */
export const activityIsInPeriod: ContentGuard<unknown, WithCampaign, RecordActivity> = {
  rule: 'activityIsInPeriod',
  checkContent: ({ on }, _state, { campaign: { id, state } }, { now }) => {
    if (state.status === 'none') return modelRefusals.campaignNotRunning({ campaign: id });
    const period = periodOf(state);
    return futureRefusal(on, localDateOf(now), ['on']) ?? periodRefusal(on, period, ['on']) ?? { on, ...period };
  },
};

/** The model goes to another unit than the one that has it. */
export const ownerChanges: ContentGuard<ExistingModel, unknown, TransferModelOwnership> = {
  rule: 'ownerChanges',
  checkContent: ({ to }, { unit }) =>
    to === unit ? modelRefusals.ownerUnchanged({ unit }, ['to']) : { from: unit, to },
};

/** The unit that the model goes to exists and operates. */
export const newOwnerIsActive: ContentGuard<unknown, { readonly newOwner: Loaded<UnitState> }, TransferModelOwnership> =
  {
    rule: 'newOwnerIsActive',
    checkContent: (_command, _state, { newOwner }) => {
      const found = activeUnit(newOwner);
      return isRefusal(found) ? { ...found, path: ['to'] } : found;
    },
  };
