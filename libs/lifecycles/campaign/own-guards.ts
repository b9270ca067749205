import { localDateOf, startOf } from '#calendar';
import { futureRefusal, type ContentGuard, type Guard } from '#kernel';
import type { AmendCampaign, ExtendDeadline, IdentifyCampaignDocument, PublishModelTemplate } from './commands.js';
import { unequalForm } from './guards.js';
import { campaignRefusals } from './refusals.js';
import { cycleOf, type CampaignState } from './state.js';

type Existing = Exclude<CampaignState, { status: 'none' }>;
type Content<C, X = unknown> = ContentGuard<Existing, X, C>;

/** The state has a policy and a rubric to work by. */
export const hasPolicyAndRubric: Guard<Existing, unknown> = {
  rule: 'hasPolicyAndRubric',
  check: ({ policy, rubric }) => (policy && rubric ? { policy, rubric } : campaignRefusals.policyMissing()),
};

/** A year of the campaign's period has no cycle yet. */
export const someYearIsLeft: Guard<Existing, unknown> = {
  rule: 'someYearIsLeft',
  check: ({ fromYear: from, toYear: to, cycles }) =>
    cycles.length > to - from ? campaignRefusals.noYearLeft({ from, to }) : { opened: cycles.length },
};

/** A window only ever grows. */
export const deadlineMovesOn: Content<ExtendDeadline> = {
  rule: 'deadlineMovesOn',
  checkContent: ({ year, window, before }, state) => {
    const present = cycleOf(state, year)?.[window] ?? '';
    const exclusive = startOf(before);
    return exclusive <= present
      ? campaignRefusals.notExtended({ before, current: localDateOf(present) }, ['before'])
      : { window, present, before: exclusive };
  },
};

/** The campaign's document has no number yet. */
export const documentIsPending: Guard<Existing, unknown> = {
  rule: 'documentIsPending',
  check: ({ document }) => (document ? campaignRefusals.documentKnown() : { documentPending: true }),
};

/** The document that is named has been signed. */
export const documentIsSigned: Content<IdentifyCampaignDocument> = {
  rule: 'documentIsSigned',
  checkContent: ({ identified: { signedOn, number } }, _state, _reads, { now }) =>
    futureRefusal(signedOn, localDateOf(now), ['identified', 'signedOn']) ?? { signedOn, number },
};

/** A campaign is amended by a document of the form that issued it. */
export const formIsEqual: Content<AmendCampaign> = {
  rule: 'formIsEqual',
  checkContent: (_command, _state, _reads, { document }) =>
    unequalForm(document, ['KH', 'QĐ']) ?? { type: document?.type ?? null },
};

/** A template belongs to one of the campaign's fields. */
export const fieldIsKnown: Content<PublishModelTemplate> = {
  rule: 'fieldIsKnown',
  checkContent: ({ template: { field } }, { fields }) =>
    fields.some(({ key }) => key === field)
      ? { field }
      : campaignRefusals.fieldUnknown({ field }, ['template', 'field']),
};
