import { contentHash, type DocumentRef, type Loaded } from '#kernel';
import { given, loaded, stateAfter, type Past } from '#testing';
import type { CampaignCommand } from '../commands.js';
import type { CampaignCharter, CampaignEvent } from '../events.js';
import { campaignLifecycle } from '../lifecycle.js';
import { storedPolicy, storedRubric } from '../policy/lift.js';
import { DEADLINES, type CampaignPolicy, type DeadlineName, type DeadlineRule, type Rubric } from '../policy/shape.js';
import { campaignFold, type CampaignState } from '../state.js';

const label = { vi: 'Nhãn', en: 'Label' };
const five: DeadlineRule = { kind: 'days', days: 5 };
const before = (monthDay: string, year = 0): DeadlineRule => ({ kind: 'before', monthDay, year });

/** Five days for every step, the reports before 15 June and 15 December, plans before 1 February. */
export const policy: CampaignPolicy = {
  deadlines: {
    ...(Object.fromEntries(DEADLINES.map((name) => [name, five])) as Record<DeadlineName, DeadlineRule>),
    midYearReport: before('06-15'),
    annualReport: before('12-15'),
    planIssue: before('02-01'),
    registration: before('03-01'),
  },
  firstPlanDays: 30,
  targets: { integratedPlanCounts: true, practiceCounts: true, cancelledLeaveDenominator: true },
  panel: { minimumMembers: 3 },
  notices: { remindDaysBefore: 7, escalateDaysAfter: 7 },
  evaluation: { effectiveScore: 70 },
  council: { basis: 'ALL_MEMBERS', numerator: 2, denominator: 3, secret: false },
  competentFor: { CERTIFICATE_OF_COMMENDATION: [], CERTIFICATE_OF_MERIT: [] },
};

/** A rubric of as many equal criteria as there are points given. */
export const rubric = (...points: readonly number[]): Rubric => ({
  criteria: points.map((it, i) => ({ key: `k${i}`, label, points: it, gate: i === 0 })),
});

/** The events by which a policy and a rubric are adopted. */
export const policyAdopted = (it: CampaignPolicy): CampaignEvent => ({
  type: 'PolicyVersionAdopted',
  data: { hash: contentHash(storedPolicy(it)), policy: storedPolicy(it) },
});
export const rubricAdopted = (it: Rubric): CampaignEvent => ({
  type: 'RubricVersionAdopted',
  data: { hash: contentHash(storedRubric(it)), rubric: storedRubric(it) },
});

/** The rubric that the example's first cycle is judged by. */
export const RUBRIC = contentHash(storedRubric(rubric(60, 40)));

export const charter: CampaignCharter = {
  name: 'Dân vận khéo',
  fromYear: 2026,
  toYear: 2030,
  leadUnit: 'unit-lead',
  coordinatingUnit: 'unit-office',
  basis: [],
  targets: [],
  fields: [{ key: 'ADMIN_REFORM_DIGITAL', label, restricted: false }],
};

export const paper: DocumentRef = {
  issuer: 'UBND thành phố',
  type: 'KH',
  number: '45/KH-UBND',
  year: 2026,
  signedOn: '2026-06-20',
};

/** The cycle of 2026; its plans are due before 1 October. */
export const opened: CampaignEvent = {
  type: 'CycleOpened',
  data: {
    year: 2026,
    rubric: RUBRIC,
    plansBefore: '2026-09-30T17:00:00.000Z',
    registrationsBefore: '2026-09-30T17:00:00.000Z',
    midYearReportBefore: '2026-06-14T17:00:00.000Z',
    annualReportBefore: '2026-12-14T17:00:00.000Z',
  },
};
export const closed: CampaignEvent = { type: 'CycleClosed', data: { year: 2026 } };

const drafted: readonly CampaignEvent[] = [{ type: 'CampaignDrafted', data: charter }];
const ruled: readonly CampaignEvent[] = [...drafted, policyAdopted(policy), rubricAdopted(rubric(60, 40))];
const issued: readonly CampaignEvent[] = [...ruled, { type: 'CampaignIssued', data: {} }];
const running: readonly CampaignEvent[] = [...issued, opened];
const closing: readonly CampaignEvent[] = [...running, { type: 'CampaignClosingBegun', data: {} }];
const over: readonly CampaignEvent[] = [...closing, closed, { type: 'CampaignClosed', data: {} }];

/** What led to each state. */
export const pasts = {
  none: [],
  drafted,
  ruled,
  issued,
  running,
  closing,
  suspended: [...running, { type: 'CampaignSuspended', data: {} }],
  closed: over,
  archived: [...over, { type: 'CampaignArchived', data: {} }],
} as const satisfies Record<string, readonly CampaignEvent[]>;

/** A campaign after these events, as it is found among the reads. */
export const campaign = (past: readonly Past<CampaignEvent>[] = running): Loaded<CampaignState> =>
  loaded(campaignFold, 'campaign-1', stateAfter<CampaignState, CampaignEvent>(campaignFold, past));

/** Given these past events of a campaign. */
export const givenCampaign = (past: readonly Past<CampaignEvent>[]) =>
  given<CampaignState, CampaignCommand, CampaignEvent, unknown>(campaignLifecycle, past);

const id = 'campaign-1';
export const template = {
  code: 'NKH',
  name: 'Ngày không hẹn',
  field: 'ADMIN_REFORM_DIGITAL',
  purpose: 'Trả kết quả trong ngày',
};

/** One of each command. */
export const commands: { readonly [K in CampaignCommand['type']]: Extract<CampaignCommand, { type: K }> } = {
  DraftCampaign: { type: 'DraftCampaign', ...charter },
  IssueCampaign: { type: 'IssueCampaign', id },
  IdentifyCampaignDocument: { type: 'IdentifyCampaignDocument', id, identified: paper },
  AdoptPolicy: { type: 'AdoptPolicy', id, policy },
  AdoptRubric: { type: 'AdoptRubric', id, rubric: rubric(50, 50) },
  PublishModelTemplate: { type: 'PublishModelTemplate', id, template },
  OpenCycle: { type: 'OpenCycle', id, year: 2027 },
  ExtendDeadline: { type: 'ExtendDeadline', id, year: 2026, window: 'plansBefore', before: '2026-10-15' },
  CloseCycle: { type: 'CloseCycle', id, year: 2026 },
  AmendCampaign: {
    type: 'AmendCampaign',
    id,
    charter: { targets: [{ key: 'T-1', label: { vi: 'Chỉ tiêu', en: 'Target' } }] },
  },
  SuspendCampaign: { type: 'SuspendCampaign', id },
  ResumeCampaign: { type: 'ResumeCampaign', id },
  BeginClosing: { type: 'BeginClosing', id },
  CloseCampaign: { type: 'CloseCampaign', id },
  ArchiveCampaign: { type: 'ArchiveCampaign', id },
};

const none = [{ open: 0 }];
/** Nothing is left to do in the cycle. */
export const noWork = { plans: none, registrations: none, evaluations: none, missing: none };
