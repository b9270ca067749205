import { localDateOf, startOf } from '#calendar';
import { futureRefusal, LogFault, type ContentGuard, type Guard } from '#kernel';
import type {
  AmendCampaign,
  CloseCycle,
  ExtendDeadline,
  IdentifyCampaignDocument,
  OpenCycle,
  PublishModelTemplate,
} from './commands.js';
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

/** Every cycle that was opened has been closed. */
export const allCyclesClosed: Guard<Existing, unknown> = {
  rule: 'allCyclesClosed',
  check: ({ cycles }) => {
    const years = openYears(cycles);
    return years.length > 0 ? campaignRefusals.cyclesOpen({ years }) : { closed: cycles.length };
  },
};

/** Some cycle is open. */
export const someCycleIsOpen: Guard<Existing, unknown> = {
  rule: 'someCycleIsOpen',
  check: ({ cycles }) => {
    const years = openYears(cycles);
    return years.length > 0 ? { years } : campaignRefusals.noCycleOpen();
  },
};

const openYears = (cycles: Existing['cycles']): readonly number[] =>
  cycles.filter(({ closed }) => !closed).map(({ year }) => year);

/** A year of the campaign's period has no cycle yet. */
export const someYearIsLeft: Guard<Existing, unknown> = {
  rule: 'someYearIsLeft',
  check: ({ fromYear: from, toYear: to, cycles }) =>
    cycles.length > to - from ? campaignRefusals.noYearLeft({ from, to }) : { opened: cycles.length },
};

/** The year lies in the campaign's period and has no cycle yet. */
export const yearMayBegin: Content<OpenCycle> = {
  rule: 'yearMayBegin',
  checkContent: ({ year }, state) => {
    const { fromYear: from, toYear: to } = state;
    if (year < from || year > to) return campaignRefusals.yearOutside({ year, from, to }, ['year']);
    return cycleOf(state, year) ? campaignRefusals.cycleOpened({ year }, ['year']) : { year, from, to };
  },
};

/** The cycle that the command names is open. */
export const yearIsOpen: Content<ExtendDeadline | CloseCycle> = {
  rule: 'yearIsOpen',
  checkContent: ({ year }, state) => {
    const cycle = cycleOf(state, year);
    return !cycle || cycle.closed ? campaignRefusals.cycleNotOpen({ year }, ['year']) : { year };
  },
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

/** What the views count of a cycle's unfinished work. */
interface OpenWork {
  readonly plans: Counted;
  readonly registrations: Counted;
  readonly evaluations: Counted;
  readonly missing: Counted;
}
type Counted = readonly { readonly open: number }[];

/** No dossier of the cycle is unfinished. */
export const nothingIsOpen: Content<CloseCycle, OpenWork> = {
  rule: 'nothingIsOpen',
  checkContent: ({ year }, _state, { plans, registrations, evaluations, missing }) => {
    const found = {
      plans: countOf(plans),
      registrations: countOf(registrations),
      evaluations: countOf(evaluations),
      missing: countOf(missing),
    };
    const open = Object.values(found).reduce((sum, count) => sum + count, 0);
    return open > 0 ? campaignRefusals.cycleHasWork({ year, open }, ['year']) : { year, ...found };
  },
};

/** A count is exactly one row: no answer is not zero. */
function countOf(rows: Counted): number {
  const [row] = rows;
  if (!row || rows.length > 1) throw new LogFault('LOG_INCOMPLETE', `A count was answered with ${rows.length} rows`);
  return row.open;
}

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
