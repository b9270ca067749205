import { startOf } from '#calendar';
import { contentHash, personal, type DomainEvent } from '#kernel';
import { DEADLINES, type CampaignPolicy } from '#lifecycles/campaign';
import { SEALED, type House, type Told } from './house.js';

/** The campaign of every spec, and the units that lead it and sit in the People's Committee's office. */
export const CAMPAIGN = 'campaign-1';
export const HOME_AFFAIRS = 'snv';
export const OFFICE = 'vpub';

/** Plans are due before 31 July, registrations before 31 August 2026. */
export const PLANS_BEFORE = '2026-07-30T17:00:00.000Z';
/** The year’s own time is over with 14 December. */
export const YEAR_ENDS = '2026-12-14T17:00:00.000Z';
export const REGISTRATIONS_BEFORE = '2026-08-30T17:00:00.000Z';

const POLICY: CampaignPolicy = {
  deadlines: Object.fromEntries(
    DEADLINES.map((name) => [name, { kind: 'days', days: 5 }]),
  ) as CampaignPolicy['deadlines'],
  firstPlanDays: 30,
  targets: { integratedPlanCounts: true, practiceCounts: true, cancelledLeaveDenominator: true },
  panel: { minimumMembers: 3 },
  notices: { remindDaysBefore: 7, escalateDaysAfter: 7 },
  evaluation: { effectiveScore: 70 },
  council: { basis: 'ALL_MEMBERS', numerator: 2, denominator: 3, secret: false },
  competentFor: { CERTIFICATE_OF_COMMENDATION: [], CERTIFICATE_OF_MERIT: [] },
};

const target = (key: string) => ({ key, label: { vi: `Chỉ tiêu ${key}`, en: `Target ${key}` } });

/** The events that bring a campaign to its first cycle. */
export function campaignEvents(rules: Partial<CampaignPolicy['targets']> = {}): readonly DomainEvent[] {
  const policy = { shape: 1, ...POLICY, targets: { ...POLICY.targets, ...rules } };
  const charter = {
    name: 'Dân vận khéo',
    fromYear: 2026,
    toYear: 2030,
    leadUnit: HOME_AFFAIRS,
    coordinatingUnit: OFFICE,
    basis: [],
    fields: [{ key: 'SOCIETY', label: { vi: 'Xã hội', en: 'Society' }, restricted: false }],
    targets: ['T-1', 'T-2', 'T-3', 'T-4', 'T-5'].map(target),
  };
  const windows = {
    year: 2026,
    plansBefore: PLANS_BEFORE,
    registrationsBefore: REGISTRATIONS_BEFORE,
    midYearReportBefore: PLANS_BEFORE,
    annualReportBefore: YEAR_ENDS,
  };
  return [
    { type: 'CampaignDrafted', data: charter },
    { type: 'PolicyVersionAdopted', data: { hash: contentHash(policy), policy } },
    { type: 'CampaignIssued', data: {} },
    { type: 'CycleOpened', data: { ...windows, rubric: 'rubric-1' } },
  ];
}

const FROM = '2025-07-01';

/** A unit of the organisation, obligated from a day on unless told otherwise. */
export async function unit(house: House, id: string, ...standings: readonly Told[]): Promise<void> {
  const data = { key: id, kind: 'WARD', aliases: [], predecessors: [] };
  await house.tell(
    `unit-${id}`,
    { type: 'UnitRegistered', data },
    { type: 'UnitNamed', data: { name: `Phường ${id}` }, effectiveFrom: startOf(FROM) },
    ...(standings.length > 0 ? standings : [enrolled()]),
  );
}

/** Put on the roster. */
export const enrolled = (obligated = true, from = FROM): Told => ({
  type: 'UnitEnrolledInRoster',
  data: { obligated, basis: 'KH', certainty: 'HIGH' },
  effectiveFrom: startOf(from),
});
/** Released from the duty from a day on. */
export const exempted = (from: string, to?: string): Told => ({
  type: 'UnitExempted',
  data: { ...(to && { to }) },
  effectiveFrom: startOf(from),
});

/** A city where everything may begin: Home Affairs, the office, and wards that are all obligated. */
export async function openCity(house: House, ...wards: readonly string[]): Promise<void> {
  await house.tell(`campaign-${CAMPAIGN}`, ...campaignEvents());
  for (const id of [HOME_AFFAIRS, OFFICE, ...wards]) await unit(house, id, ...(id === OFFICE ? [enrolled(false)] : []));
}

const content = (mode: string) => ({
  title: `Kế hoạch Dân vận khéo`,
  mode,
  fields: ['SOCIETY'],
  responsible: SEALED,
  coordination: [],
  programmes: [],
  tasks: [],
});

/** The events of a unit's plan up to its acceptance; cut them where the spec wants the plan to stand. */
export const planEvents = (unitId: string, mode = 'STANDALONE', year = 2026): readonly DomainEvent[] => [
  {
    type: 'PlanDrafted',
    data: { campaign: CAMPAIGN, unit: unitId, year, content: content(mode), dueAt: PLANS_BEFORE },
  },
  { type: 'PlanIssued', data: {} },
  { type: 'PlanSubmitted', data: { late: false, dueAt: '2026-07-10T17:00:00.000Z' } },
  { type: 'PlanReceived', data: { dueAt: '2026-07-12T17:00:00.000Z' } },
  { type: 'PlanAccepted', data: {} },
];

/** The events of a registration up to its acceptance. */
export const registrationEvents = (
  unitId: string,
  model: string,
  kind = 'MODEL',
  year = 2026,
): readonly DomainEvent[] => [
  {
    type: 'ModelRegistered',
    data: {
      campaign: CAMPAIGN,
      model,
      unit: unitId,
      year,
      kind,
      field: 'SOCIETY',
      restricted: false,
      title: `Mô hình ${model}`,
      responsible: SEALED,
      dueAt: REGISTRATIONS_BEFORE,
    },
  },
  {
    type: 'RegistrationSubmitted',
    data: { late: false, dueAt: '2026-07-09T17:00:00.000Z' },
  },
  { type: 'RegistrationReceived', data: { dueAt: '2026-07-11T17:00:00.000Z' } },
  { type: 'RegistrationAccepted', data: {} },
];

/** The events of an evaluation up to its conclusion. */
export const evaluationEvents = (
  unitId: string,
  registration: string,
  members: readonly string[],
  verdict = 'EFFECTIVE',
  maintained = true,
): readonly DomainEvent[] => [
  {
    type: 'EvaluationPlanned',
    data: {
      campaign: CAMPAIGN,
      registration,
      model: `model-of-${registration}`,
      unit: unitId,
      year: 2026,
      title: 'Mô hình',
      rubric: 'rubric-1',
      criteria: [],
      restricted: false,
      dueAt: '2026-10-01T17:00:00.000Z',
    },
  },
  { type: 'SelfEvaluationSubmitted', data: { points: {}, statement: SEALED } },
  { type: 'PanelAppointed', data: { members: members.map((subject) => ({ subject, unit: OFFICE, lead: false })) } },
  { type: 'PanelOpened', data: { round: 1, dueAt: '2026-10-10T17:00:00.000Z' } },
  {
    type: 'EvaluationConcluded',
    data: {
      rubric: 'rubric-1',
      round: 1,
      score: 9000,
      verdict,
      maintained,
      gatesPassed: true,
      members: 3,
      total: 270,
      objectionsBefore: '2026-11-01T17:00:00.000Z',
    },
  },
];

/** What a clerk drafts. */
export const draftPlan = (unitId: string) => ({
  type: 'DraftPlan',
  campaign: CAMPAIGN,
  unit: unitId,
  year: 2026,
  content: {
    ...content('STANDALONE'),
    coordination: [HOME_AFFAIRS],
    responsible: personal('person-1', 'Trần Thị Lan'),
    programmes: ['ADMINISTRATIVE_REFORM', 'DIGITAL_TRANSFORMATION', 'GRASSROOTS_DEMOCRACY', 'PATRIOTIC_EMULATION'],
    tasks: [{ title: 'Tuyên truyền', due: '2026-10-01' }],
  },
});
