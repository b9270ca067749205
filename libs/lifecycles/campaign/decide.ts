import { localDateOf, startOf } from '#calendar';
import { contentHash, type DecideContext, type Json, type Refusal } from '#kernel';
import type {
  AdoptPolicy,
  AdoptRubric,
  AmendCampaign,
  CloseCycle,
  DraftCampaign,
  ExtendDeadline,
  IdentifyCampaignDocument,
  IssueCampaign,
  OpenCycle,
  PublishModelTemplate,
} from './commands.js';
import type { CampaignEvent } from './events.js';
import { countOf, unequalForm } from './guards.js';
import { deadlineAt, DEADLINES, isSound } from './policy.js';
import { campaignRefusals } from './refusals.js';
import { cycleOf, type CampaignState } from './state.js';

type Existing = Exclude<CampaignState, { status: 'none' }>;
type Context = DecideContext<unknown>;
type Decision = CampaignEvent | Refusal;

export function draftCampaign({ type: _type, ...charter }: DraftCampaign): Decision {
  const { fromYear: from, toYear: to } = charter;
  return to < from
    ? campaignRefusals.periodReversed({ from, to }, ['toYear'])
    : { type: 'CampaignDrafted', data: charter };
}

/** A plan may be in force before its number reaches the system: the number is then pending. */
export function issueCampaign(
  _command: IssueCampaign,
  _state: Existing,
  context: Context,
): Decision | readonly CampaignEvent[] {
  const { document } = context;
  const issued: CampaignEvent = {
    type: 'CampaignIssued',
    data: { documentPending: document === undefined, issuedAt: context.occurredAt },
  };
  return document ? [issued, { type: 'CampaignDocumentIdentified', data: { document } }] : issued;
}

export function identifyDocument(command: IdentifyCampaignDocument, state: Existing): Decision {
  if (state.document) return campaignRefusals.documentKnown();
  return { type: 'CampaignDocumentIdentified', data: { document: command.identified } };
}

export function adoptPolicy({ policy }: AdoptPolicy): Decision {
  const unsound = DEADLINES.find((name) => !isSound(policy.deadlines[name]));
  if (unsound) return campaignRefusals.deadlineUnsound({ deadline: unsound }, ['policy', 'deadlines', unsound]);
  return { type: 'PolicyVersionAdopted', data: { hash: contentHash(policy), policy } };
}

export function adoptRubric({ rubric }: AdoptRubric): Decision {
  const sum = rubric.criteria.reduce((total, criterion) => total + criterion.points, 0);
  if (sum !== 100) return campaignRefusals.rubricSum({ sum }, ['rubric', 'criteria']);
  return { type: 'RubricVersionAdopted', data: { hash: contentHash(rubric), rubric } };
}

export function publishTemplate({ template }: PublishModelTemplate, state: Existing): Decision {
  const known = state.fields.some((field) => field.key === template.field);
  return known
    ? { type: 'ModelTemplatePublished', data: template }
    : campaignRefusals.fieldUnknown({ field: template.field }, ['template', 'field']);
}

export function openCycle({ year }: OpenCycle, state: Existing, context: Context): Decision {
  const { fromYear: from, toYear: to } = state;
  if (year < from || year > to) return campaignRefusals.yearOutside({ year, from, to }, ['year']);
  if (cycleOf(state, year)) return campaignRefusals.cycleOpened({ year }, ['year']);
  const policy = state.policies[state.policy ?? ''];
  if (!policy || !state.rubric) return campaignRefusals.policyMissing();
  const { planIssue, registration, midYearReport, annualReport } = policy.deadlines;
  const at = (rule: typeof planIssue): string => deadlineAt(rule, context.occurredAt, year, localDateOf);
  const ofFirst = deadlineAt(
    { kind: 'days', days: policy.firstPlanDays },
    state.issuedAt ?? context.occurredAt,
    year,
    localDateOf,
  );
  const first = state.cycles.length === 0;
  const windows = {
    year,
    plansBefore: first ? ofFirst : at(planIssue),
    registrationsBefore: first ? ofFirst : at(registration),
    midYearReportBefore: at(midYearReport),
    annualReportBefore: at(annualReport),
  };
  return { type: 'CycleOpened', data: { ...windows, rubric: state.rubric } };
}

export function extendDeadline(command: ExtendDeadline, state: Existing): Decision {
  const { year, window, before } = command;
  const cycle = cycleOf(state, year);
  if (!cycle || cycle.closed) return campaignRefusals.cycleNotOpen({ year }, ['year']);
  const exclusive = startOf(before);
  if (exclusive <= cycle[window])
    return campaignRefusals.notExtended({ before, current: localDateOf(cycle[window]) }, ['before']);
  return { type: 'DeadlineExtended', data: { year, window, before: exclusive } };
}

export function closeCycle(
  { year }: CloseCycle,
  state: Existing,
  _context: Context,
  reads: Readonly<Record<string, readonly Json[]>>,
): Decision {
  const cycle = cycleOf(state, year);
  if (!cycle || cycle.closed) return campaignRefusals.cycleNotOpen({ year }, ['year']);
  const open = Object.values(reads).reduce((sum, rows) => sum + countOf(rows), 0);
  if (open > 0) return campaignRefusals.cycleHasWork({ year, open }, ['year']);
  return { type: 'CycleClosed', data: { year, snapshotHash: contentHash(reads) } };
}

export function amendCampaign({ charter }: AmendCampaign, _state: Existing, { document }: Context): Decision {
  return unequalForm(document, ['KH', 'QĐ']) ?? { type: 'CampaignAmended', data: { charter } };
}

/** The steps that say nothing but that they were taken. */
const plainly =
  (type: 'CampaignSuspended' | 'CampaignResumed' | 'CampaignClosingBegun' | 'CampaignClosed' | 'CampaignArchived') =>
  (): CampaignEvent => ({ type, data: {} });

export const suspendCampaign = plainly('CampaignSuspended');
export const resumeCampaign = plainly('CampaignResumed');
export const beginClosing = plainly('CampaignClosingBegun');
export const closeCampaign = plainly('CampaignClosed');
export const archiveCampaign = plainly('CampaignArchived');
