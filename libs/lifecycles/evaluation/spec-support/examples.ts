import { given as givenPast, loaded, type Past } from '#testing';
import { accessFold, type AccessState } from '#lifecycles/access';
import { campaignFold, DEADLINES, type CampaignPolicy, type CampaignState, type Criterion } from '#lifecycles/campaign';
import { modelFold, type Activity, type ModelState } from '#lifecycles/model';
import { registrationFold, registrationId, type RegistrationState } from '#lifecycles/registration';
import { unitFold, type UnitState } from '#lifecycles/unit';
import { personal, prose, type EventMeta } from '#kernel';
import type { CriterionPoints, EvaluationCommand } from '../commands.js';
import type { EvaluationEvent, Points } from '../events.js';
import { evaluationLifecycle } from '../lifecycle.js';
import type { EvaluationState } from '../state.js';

export const YEAR = 2026;
export const OWNER = 'ward-1';
export const LEAD_UNIT = 'home-affairs';
export const OFFICE = 'city-office';
export const REGISTRATION = registrationId('model-1', YEAR);

/** An evaluation with a past. */
export const evaluation = (past: readonly Past<EvaluationEvent>[]) =>
  givenPast<EvaluationState, EvaluationCommand, EvaluationEvent, CampaignPolicy>(evaluationLifecycle, past);

const criterion = (key: string, points: number, gate: boolean): Criterion => ({
  key,
  points,
  gate,
  label: { vi: key, en: key },
});
export const CRITERIA: readonly Criterion[] = [
  criterion('effect', 60, true),
  criterion('spread', 25, true),
  criterion('evidence', 15, false),
];
export const points = (effect: number, spread: number, evidence: number): Points => ({ effect, spread, evidence });

/** Points as a command brings them. */
export const given = (points: Points): readonly CriterionPoints[] =>
  Object.entries(points).map(([criterion, it]) => ({ criterion, points: it }));

const everyDeadline = (days: number): CampaignPolicy['deadlines'] =>
  Object.fromEntries(DEADLINES.map((name) => [name, { kind: 'days', days }])) as CampaignPolicy['deadlines'];

export const POLICY: CampaignPolicy = {
  deadlines: everyDeadline(10),
  firstPlanDays: 60,
  targets: { integratedPlanCounts: true, practiceCounts: true, cancelledLeaveDenominator: true },
  panel: { minimumMembers: 3 },
  notices: { remindDaysBefore: 7, escalateDaysAfter: 7 },
  evaluation: { effectiveScore: 70 },
  council: { basis: 'PRESENT', numerator: 2, denominator: 3, secret: true },
  competentFor: { CERTIFICATE_OF_COMMENDATION: [], CERTIFICATE_OF_MERIT: [] },
};

export const campaignWith = (patch: Partial<Extract<CampaignState, { status: 'running' }>> = {}): CampaignState => ({
  status: 'running',
  name: 'Dân vận khéo',
  fromYear: 2026,
  toYear: 2030,
  leadUnit: LEAD_UNIT,
  coordinatingUnit: OFFICE,
  basis: [],
  fields: [],
  targets: [],
  policies: {},
  rubric: 'rubric-2',
  rubrics: { 'rubric-1': { criteria: CRITERIA }, 'rubric-2': { criteria: [] } },
  templates: [],
  cycles: [
    {
      year: YEAR,
      plansBefore: '',
      registrationsBefore: '',
      midYearReportBefore: '',
      annualReportBefore: '',
      rubric: 'rubric-1',
      phase: 'open',
      missed: [],
    },
  ],
  ...patch,
});

export const registrationWith = (
  patch: Partial<Extract<RegistrationState, { status: 'accepted' }>> = {},
): RegistrationState => ({
  status: 'accepted',
  campaign: 'campaign-1',
  model: 'model-1',
  unit: OWNER,
  year: YEAR,
  kind: 'MODEL',
  field: 'digital',
  restricted: false,
  title: 'Ngày không hẹn',
  responsible: personal('person-1', 'Người phụ trách'),
  late: false,
  timesReturned: 0,
  distinctFrom: [],
  ...patch,
});

export const activity = (on: string, evidence = 1): Activity => ({
  id: on,
  on,
  summary: prose('Hoạt động'),
  evidence: Array.from({ length: evidence }, () => ({ kind: 'LINK', title: 'Ảnh', url: 'https://example.org' })),
});

export const modelWith = (patch: Partial<Extract<ModelState, { status: 'implementing' }>> = {}): ModelState => ({
  status: 'implementing',
  model: 'model-1',
  campaign: 'campaign-1',
  unit: OWNER,
  name: 'Ngày không hẹn',
  kind: 'MODEL',
  field: 'digital',
  joint: [],
  form: {},
  restricted: false,
  nominatedByThirdParty: false,
  startedOn: '2025-02-01',
  activities: [activity('2026-03-01'), activity('2026-07-01')],
  doubts: [],
  maintainedIn: [],
  notMaintainedIn: [],
  owners: [{ unit: OWNER, from: '2025-01-01' }],
  ...patch,
});

const unitWith = (patch: Partial<Extract<UnitState, { status: 'active' }>> = {}): UnitState => ({
  status: 'active',
  key: OWNER,
  kind: 'WARD',
  from: '2025-07-01',
  names: [],
  codes: [],
  aliases: [],
  predecessors: [],
  standings: [],
  heads: [],
  successors: [],
  ...patch,
});

/** Somebody who holds roles at units; a panel member at the first. */
export const judge = (
  subject: string,
  unit: string,
  others: readonly { unit: string; from: string; to?: string }[] = [],
) =>
  loaded(accessFold, subject, {
    status: 'registered',
    subject,
    name: personal(subject, 'Thành viên'),
    delegations: [],
    roles: [
      { grant: `${subject}-panel`, role: 'PANELIST', unit, from: '2026-01-01T00:00:00.000Z' },
      ...others.map((it, at) => ({ grant: `${subject}-${at}`, role: 'UNIT_CLERK', ...it })),
    ],
  } satisfies AccessState);

export const campaign = (state: CampaignState = campaignWith()) => loaded(campaignFold, 'campaign-1', state);
export const registration = (state: RegistrationState = registrationWith(), senders: readonly string[] = ['clerk-1']) =>
  loaded(registrationFold, REGISTRATION, state, { participants: new Map([['SubmitRegistration', new Set(senders)]]) });
export const model = (state: ModelState = modelWith(), authors: readonly string[] = ['author-1']) =>
  loaded(modelFold, 'model-1', state, { participants: new Map([['ProposeModel', new Set(authors)]]) });

/** Nothing has been granted, recognised or replicated on the evaluation. */
export const nothingRests = { awards: [], titles: [], replications: [] };

/** The reads from which ties are found out, with no tie in them. */
export const around = (patch: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  registration: registration(),
  model: model(),
  origin: loaded(modelFold, '', { status: 'none' } as ModelState),
  unit: loaded(unitFold, OWNER, unitWith()),
  kin: [{ unit: OWNER }],
  copies: [],
  campaign: campaign(),
  ...nothingRests,
  members: [judge('judge-1', 'unit-a'), judge('judge-2', 'unit-b'), judge('judge-3', OFFICE)],
  ...patch,
});

export const JUDGES = ['judge-1', 'judge-2', 'judge-3'] as const;
const DUE = '2026-10-01T17:00:00.000Z';

export const planned = (
  patch: Partial<Extract<EvaluationEvent, { type: 'EvaluationPlanned' }>['data']> = {},
): EvaluationEvent => ({
  type: 'EvaluationPlanned',
  data: {
    campaign: 'campaign-1',
    registration: REGISTRATION,
    model: 'model-1',
    unit: OWNER,
    year: YEAR,
    title: 'Ngày không hẹn',
    rubric: 'rubric-1',
    criteria: CRITERIA,
    restricted: false,
    dueAt: DUE,
    ...patch,
  },
});
export const selfEvaluated: EvaluationEvent = {
  type: 'SelfEvaluationSubmitted',
  data: { points: points(55, 20, 15), statement: prose('Tự đánh giá') },
};
export const appointed: EvaluationEvent = {
  type: 'PanelAppointed',
  data: {
    members: JUDGES.map((subject, at) => ({ subject, unit: ['unit-a', 'unit-b', OFFICE][at] ?? '', lead: at === 2 })),
  },
};
export const opened = (round = 1): EvaluationEvent => ({
  type: 'PanelOpened',
  data: { round, dueAt: DUE },
});
/** An event with the envelope of whoever acted. */
export const by = (subject: string, event: EvaluationEvent, meta: Partial<EventMeta> = {}): Past<EvaluationEvent> => ({
  event,
  meta: { actor: { subject, role: 'PANELIST', unit: `unit-of-${subject}`, grant: `${subject}-panel` }, ...meta },
});
export const scored = (
  subject: string,
  of: Points = points(50, 20, 10),
  round = 1,
  meta: Partial<EventMeta> = {},
): Past<EvaluationEvent> =>
  by(subject, { type: 'ScoreSubmitted', data: { round, rubric: 'rubric-1', points: of, comment: prose('Tốt') } }, meta);
export const recusal = (subject: string): Past<EvaluationEvent> => by(subject, { type: 'RecusalDeclared', data: {} });
export const concluded: Extract<EvaluationEvent, { type: 'EvaluationConcluded' }> = {
  type: 'EvaluationConcluded',
  data: {
    rubric: 'rubric-1',
    round: 1,
    score: 8000,
    verdict: 'EFFECTIVE',
    maintained: true,
    gatesPassed: true,
    members: 3,
    total: 240,
    objectionsBefore: '2026-09-09T17:00:00.000Z',
  },
};

export const untilPanel = [planned(), selfEvaluated, appointed] as const;
export const untilScoring = [...untilPanel, opened()] as const;
export const allScored = [...untilScoring, ...JUDGES.map((it) => scored(it))] as const;
export const untilConcluded = [...allScored, concluded] as const;
