import { localDateOf } from '#calendar';
import { futureRefusal, isRefusal, periodRefusal, refusals, type ContentGuard, type Loaded } from '#kernel';
import { campaignRefusals, periodOf, unequalForm, type CampaignState } from '#lifecycles/campaign';
import { activeUnit, type UnitState } from '#lifecycles/unit';
import type { WithContent } from './commands.js';
import { completeContent, hostInForce } from './guards.js';
import { planRefusals } from './refusals.js';
import type { ExistingPlan, PlanState } from './state.js';

type WithCampaign = { readonly campaign: Loaded<CampaignState> };
type WithCoordination = { readonly coordination: readonly Loaded<UnitState>[] };
type Content<X = unknown, S = PlanState> = ContentGuard<S, X, WithContent>;

const at = (...path: string[]): readonly string[] => ['content', ...path];

/** An integrated plan, and no other, names its host document, which is not signed later than now. */
export const hostFitsMode: Content = {
  rule: 'hostFitsMode',
  checkContent: ({ content: { mode, host } }, _state, _reads, { now }) => {
    if (mode === 'INTEGRATED' && !host) return planRefusals.hostMissing({}, at('host'));
    if (mode === 'STANDALONE' && host) return planRefusals.hostUnexpected({}, at('host'));
    const signedOn = host?.document.signedOn ?? null;
    const early = futureRefusal(signedOn ?? '', localDateOf(now), at('host', 'document', 'signedOn'));
    return early ?? { mode, signedOn };
  },
};

/** The units that take part operate, and the plan's own is none of them. */
export const othersCoordinate: Content<WithCoordination> = {
  rule: 'othersCoordinate',
  checkContent: (command, state, { coordination }) => {
    const own = 'unit' in command ? command.unit : state.status === 'none' ? undefined : state.unit;
    if (coordination.some(({ id }) => id === own)) return planRefusals.coordinatesWithItself({}, at('coordination'));
    const inactive = coordination.map((it) => activeUnit(it, at('coordination'))).find(isRefusal);
    return inactive ?? { coordination: coordination.map(({ id }) => id) };
  },
};

/** The fields are the campaign's own. */
export const fieldsAreKnown: Content<WithCampaign> = {
  rule: 'fieldsAreKnown',
  checkContent: ({ content: { fields } }, _state, { campaign: { id, state } }) => {
    if (state.status === 'none') return refusals.campaignUnknown({ campaign: id });
    const unknown = fields.find((field) => !state.fields.some(({ key }) => key === field));
    return unknown === undefined
      ? { fields: [...fields] }
      : campaignRefusals.fieldUnknown({ field: unknown }, at('fields'));
  },
};

/** Every task falls into the campaign's period. */
export const tasksFallInPeriod: Content<WithCampaign> = {
  rule: 'tasksFallInPeriod',
  checkContent: ({ content: { tasks } }, _state, { campaign: { id, state } }) => {
    if (state.status === 'none') return refusals.campaignUnknown({ campaign: id });
    const period = periodOf(state);
    const outside = tasks
      .map(({ due }, i) => periodRefusal(due, period, at('tasks', String(i), 'due')))
      .find(isRefusal);
    return outside ?? { tasks: tasks.length, ...period };
  },
};

/** What takes the place of an issued plan is as complete as one that is issued. */
export const newContentIsComplete: Content = {
  rule: 'newContentIsComplete',
  checkContent: ({ content }) => completeContent(content, at()),
};

/** The host document that it names holds for the cycle. */
export const newHostInForce: Content<unknown, ExistingPlan> = {
  rule: 'newHostInForce',
  checkContent: ({ content }, { year }) => hostInForce(content, year, at('host', 'document', 'signedOn')),
};

/** A plan is changed by a plan, or by a document of the form that issued it. */
export const formIsEqual: ContentGuard<ExistingPlan, unknown, unknown> = {
  rule: 'formIsEqual',
  checkContent: (_command, { form }, _reads, { document }) => {
    const allowed = form === undefined || form === 'KH' ? ['KH'] : ['KH', form];
    return unequalForm(document, allowed) ?? { type: document?.type ?? null, allowed };
  },
};
