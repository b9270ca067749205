import { localDateOf, startOf } from '#calendar';
import { contentHash, LogFault, type DecideContext, type Refusal } from '#kernel';
import type {
  AdoptPolicy,
  AdoptRubric,
  AmendCampaign,
  DraftCampaign,
  ExtendDeadline,
  IdentifyCampaignDocument,
  OpenCycle,
  PublishModelTemplate,
} from './commands.js';
import type { CampaignEvent } from './events.js';
import { storedPolicy, storedRubric } from './policy/lift.js';
import { deadlineAt, DEADLINES, isSound, type DeadlineRule } from './policy/shape.js';
import { campaignRefusals } from './refusals.js';
import { policyIn, type CampaignState } from './state.js';

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
export const issueCampaign = (): CampaignEvent => ({ type: 'CampaignIssued', data: {} });

export const identifyDocument = ({ identified }: IdentifyCampaignDocument): CampaignEvent => ({
  type: 'CampaignDocumentIdentified',
  data: { document: identified },
});

export function adoptPolicy(command: AdoptPolicy): Decision {
  const { deadlines } = command.policy;
  const unsound = DEADLINES.find((name) => !isSound(deadlines[name]));
  if (unsound) return campaignRefusals.deadlineUnsound({ deadline: unsound }, ['policy', 'deadlines', unsound]);
  const policy = storedPolicy(command.policy);
  return { type: 'PolicyVersionAdopted', data: { hash: contentHash(policy), policy } };
}

export function adoptRubric(command: AdoptRubric): Decision {
  const sum = command.rubric.criteria.reduce((total, criterion) => total + criterion.points, 0);
  if (sum !== 100) return campaignRefusals.rubricSum({ sum }, ['rubric', 'criteria']);
  const rubric = storedRubric(command.rubric);
  return { type: 'RubricVersionAdopted', data: { hash: contentHash(rubric), rubric } };
}

export const publishTemplate = ({ template }: PublishModelTemplate): CampaignEvent => ({
  type: 'ModelTemplatePublished',
  data: template,
});

/** Windows are counted from what was recorded: an issue or an opening dated back does not shorten them. */
export function beginCycle({ year }: OpenCycle, state: Existing, { now }: Context): CampaignEvent {
  const { rubric } = state;
  const policy = policyIn(state, state.policy ?? '');
  if (!policy || !rubric) throw new LogFault('LOG_INCOMPLETE', 'A cycle begins without the policy that a guard saw');
  const { planIssue, registration, midYearReport, annualReport } = policy.deadlines;
  const at = (rule: DeadlineRule): string => deadlineAt(rule, now, year, localDateOf);
  const firstDays = { kind: 'days', days: policy.firstPlanDays } as const;
  const ofFirst = deadlineAt(firstDays, state.issuedAt ?? now, year, localDateOf);
  const first = state.cycles.length === 0;
  const windows = {
    year,
    plansBefore: first ? ofFirst : at(planIssue),
    registrationsBefore: first ? ofFirst : at(registration),
    midYearReportBefore: at(midYearReport),
    annualReportBefore: at(annualReport),
  };
  return { type: 'CycleOpened', data: { ...windows, rubric } };
}

export const extendDeadline = ({ year, window, before }: ExtendDeadline): CampaignEvent => ({
  type: 'DeadlineExtended',
  data: { year, window, before: startOf(before) },
});

export const amendCampaign = ({ charter }: AmendCampaign): CampaignEvent => ({
  type: 'CampaignAmended',
  data: { charter },
});

type Plain =
  | 'CampaignSuspended'
  | 'CampaignResumed'
  | 'CampaignClosingBegun'
  | 'CampaignClosingStopped'
  | 'CampaignClosed'
  | 'CampaignArchived';

/** The steps that say nothing but that they were taken. */
const plainly = (type: Plain) => (): CampaignEvent => ({ type, data: {} });

export const suspendCampaign = plainly('CampaignSuspended');
export const resumeCampaign = plainly('CampaignResumed');
export const beginClosing = plainly('CampaignClosingBegun');
export const stopClosing = plainly('CampaignClosingStopped');
export const closeCampaign = plainly('CampaignClosed');
export const archiveCampaign = plainly('CampaignArchived');
