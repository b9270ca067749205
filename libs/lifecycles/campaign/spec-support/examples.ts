import { contentHash, type DocumentRef, type Loaded } from '#kernel';
import { given, loaded, stateAfter, type Past } from '#testing';
import type { CampaignCommand } from '../commands.js';
import { DUTIES, type CampaignCharter, type CampaignEvent } from '../events.js';
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
  targets: [{ key: 'T-1', label }],
  fields: [{ key: 'ADMIN_REFORM_DIGITAL', label, restricted: false }],
};

export const paper: DocumentRef = {
  issuer: 'UBND thành phố',
  type: 'KH',
  number: '45/KH-UBND',
  year: 2026,
  signedOn: '2026-06-20',
};

/** A cycle; its plans are due before 1 October. */
export const openedIn = (year: number): CampaignEvent => ({
  type: 'CycleOpened',
  data: {
    year,
    rubric: RUBRIC,
    plansBefore: `${year}-09-30T17:00:00.000Z`,
    registrationsBefore: `${year}-09-30T17:00:00.000Z`,
    midYearReportBefore: `${year}-06-14T17:00:00.000Z`,
    annualReportBefore: `${year}-12-14T17:00:00.000Z`,
  },
});
export const opened = openedIn(2026);
/** A day after the year's own time, and the year when it was frozen, thawed and closed. */
export const AFTER_YEAR = '2026-12-20T02:00:00.000Z';
export const frozenIn = (year: number): CampaignEvent => ({ type: 'CycleFrozen', data: { year } });
export const frozen = frozenIn(2026);
export const thawed: CampaignEvent = { type: 'CycleThawed', data: { year: 2026 } };
export const closedIn = (year: number): CampaignEvent => ({
  type: 'CycleClosed',
  data: { year, figures: [], hash: '' },
});
export const closed = closedIn(2026);

const drafted: readonly CampaignEvent[] = [{ type: 'CampaignDrafted', data: charter }];
const ruled: readonly CampaignEvent[] = [...drafted, policyAdopted(policy), rubricAdopted(rubric(60, 40))];
const issued: readonly CampaignEvent[] = [...ruled, { type: 'CampaignIssued', data: {} }];
const running: readonly CampaignEvent[] = [...issued, opened];
const lastYear: readonly CampaignEvent[] = [
  ...issued,
  ...[2026, 2027, 2028, 2029].flatMap((year) => [openedIn(year), frozenIn(year), closedIn(year)]),
  ...[openedIn(2030), frozenIn(2030)],
];
const closing: readonly CampaignEvent[] = [...lastYear, { type: 'CampaignClosingBegun', data: {} }];
const over: readonly CampaignEvent[] = [...closing, closedIn(2030), { type: 'CampaignClosed', data: {} }];

/** What led to each state. */
export const pasts = {
  none: [],
  drafted,
  ruled,
  issued,
  running,
  frozen: [...running, frozen],
  secondYear: [...running, frozen, openedIn(2027)],
  secondYearAlone: [...running, frozen, closed, openedIn(2027)],
  lastYear,
  lastYearOpen: lastYear.slice(0, -1),
  earlierYearFrozen: lastYear.filter((event) => event.type !== 'CycleClosed' || event.data.year !== 2029),
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
  FreezeCycle: { type: 'FreezeCycle', id, year: 2026 },
  ThawCycle: { type: 'ThawCycle', id, year: 2026 },
  DeclareMissed: { type: 'DeclareMissed', id, year: 2026, duty: 'PLAN', units: ['unit-1', 'unit-2'] },
  CloseCycle: { type: 'CloseCycle', id, year: 2026 },
  AmendCampaign: {
    type: 'AmendCampaign',
    id,
    charter: { targets: [{ key: 'T-1', label: { vi: 'Chỉ tiêu', en: 'Target' } }] },
  },
  SuspendCampaign: { type: 'SuspendCampaign', id },
  ResumeCampaign: { type: 'ResumeCampaign', id },
  BeginClosing: { type: 'BeginClosing', id },
  StopClosing: { type: 'StopClosing', id },
  CloseCampaign: { type: 'CloseCampaign', id },
  ArchiveCampaign: { type: 'ArchiveCampaign', id },
};

const none = [{ open: 0, until: null }];
/** Nothing is left to do in the cycle, nobody owes anything, and one target is met. */
export const noWork = {
  plans: none,
  registrations: none,
  evaluations: none,
  commendations: none,
  replications: none,
  duties: DUTIES.map((duty) => ({ duty, open: 0 })),
  figures: [
    { key: 'T-1', reading: 'COUNTING_INTEGRATED', numerator: 2, denominator: 2 },
    { key: 'T-1', reading: 'STANDALONE_ONLY', numerator: 1, denominator: 2 },
  ],
};
/** Both units owe it, and nothing of theirs is under way. */
export const bothOwe = {
  owing: [
    { unit: 'unit-1', underWay: 0 },
    { unit: 'unit-2', underWay: 0 },
  ],
};
