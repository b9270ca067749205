import { given, loaded, type Past, type Surroundings } from '#testing';
import { personal, prose, type DocumentRef } from '#kernel';
import { campaignFold, DEADLINES, type CampaignPolicy, type CampaignState } from '#lifecycles/campaign';
import { collectiveFold } from '#lifecycles/collective';
import { evaluationFold, type EvaluationState } from '#lifecycles/evaluation';
import { modelFold, type ModelState } from '#lifecycles/model';
import { registrationId } from '#lifecycles/registration';
import { recipientKey } from '#lifecycles/recipient';
import { unitFold, type UnitState } from '#lifecycles/unit';
import type { CommendationCommand } from '../commands.js';
import type { CommendationEvent } from '../events.js';
import { evaluationOf } from '../guard-models.js';
import { fingerprintOf, type ItemDraft, type ProposedItem, type Recipient, type RecipientDraft } from '../items.js';
import { commendationLifecycle } from '../lifecycle.js';
import type { CommendationState } from '../state.js';

export { held, joined, released } from './held.js';

export const YEAR = 2026;
export const WARD = 'ward-1';
export const NOW = '2026-12-01T02:00:00.000Z';
const DUE = '2026-12-11T17:00:00.000Z';

/** A dossier with a past. */
export const dossier = (past: readonly Past<CommendationEvent>[]) =>
  given<CommendationState, CommendationCommand, CommendationEvent, CampaignPolicy>(commendationLifecycle, past);

export const POLICY: CampaignPolicy = {
  deadlines: Object.fromEntries(
    DEADLINES.map((name) => [name, { kind: 'days', days: 10 }]),
  ) as CampaignPolicy['deadlines'],
  firstPlanDays: 60,
  targets: { integratedPlanCounts: true, practiceCounts: true, cancelledLeaveDenominator: true },
  panel: { minimumMembers: 3 },
  notices: { remindDaysBefore: 7, escalateDaysAfter: 7 },
  evaluation: { effectiveScore: 70 },
  council: { basis: 'ALL_MEMBERS', numerator: 9, denominator: 10, secret: true },
  competentFor: { CERTIFICATE_OF_COMMENDATION: ['UNIT_HEAD', 'UBND_DECIDER'], CERTIFICATE_OF_MERIT: ['UBND_DECIDER'] },
};

/** A team of the ward's, as it is registered. */
export const team: Recipient = {
  kind: 'COLLECTIVE',
  collective: { unit: WARD, registered: 'team-3', name: 'Tổ dân phố 3' },
};
/** The ward as a whole. */
export const ward: Recipient = { kind: 'COLLECTIVE', collective: { unit: WARD, name: 'Phường Phú Xuân' } };
export const person = (subject: string): Recipient => ({
  kind: 'INDIVIDUAL',
  person: personal(subject, 'Họ tên'),
});
export const draft = (
  recipient: Recipient,
  model = 'model-1',
  form: ItemDraft['form'] = 'CERTIFICATE_OF_MERIT',
): ItemDraft => ({
  recipient: asProposed(recipient),
  model,
  form,
  achievement: prose('Rút ngắn thời gian giải quyết thủ tục'),
});
/** A recipient as a proposal names it: by identity alone. */
export const asProposed = ({ kind, collective, person: who }: Recipient): RecipientDraft => ({
  kind,
  ...(collective && {
    collective: collective.registered === undefined ? { unit: collective.unit } : { registered: collective.registered },
  }),
  ...(who && { person: who }),
});
export const item = (id: string, by: ItemDraft): ProposedItem => ({
  ...by,
  recipient: [team, ward].find((it) => recipientKey(it) === recipientKey(by.recipient)) ?? (by.recipient as Recipient),
  achievement: by.achievement ?? prose(''),
  item: id,
  fingerprint: fingerprintOf(by.recipient, by.model, YEAR),
  restricted: false,
});

export const ITEMS = [
  item('a', draft(team)),
  item('b', draft(person('person-b'))),
  item('c', draft(person('person-c'))),
];
const ids = ITEMS.map((it) => it.item);

export const prepared = (items: readonly ProposedItem[] = ITEMS): CommendationEvent => ({
  type: 'DossierPrepared',
  data: { campaign: 'campaign-1', unit: WARD, year: YEAR, items },
});
export const submitted: CommendationEvent = { type: 'DossierSubmitted', data: { dueAt: DUE } };
export const received: CommendationEvent = { type: 'DossierReceived', data: { dueAt: DUE } };
export const returned: CommendationEvent = { type: 'DossierReturned', data: {} };
export const appraised = (eligible = ids): CommendationEvent => ({
  type: 'DossierAppraised',
  data: { dueAt: DUE, findings: ids.map((it) => ({ item: it, eligible: eligible.includes(it), checks: [] })) },
});
export const voted = (passed = true): CommendationEvent => ({
  type: 'CouncilVoteRecorded',
  data: {
    basis: 'ALL_MEMBERS',
    numerator: 9,
    denominator: 10,
    members: 10,
    present: 10,
    votesFor: passed ? 9 : 8,
    votesAgainst: 1,
    secret: true,
    passed,
    items: ids,
    dueAt: DUE,
  },
});
export const sentToDecider: CommendationEvent = { type: 'SubmittedForDecision', data: { dueAt: DUE } };
export const granted = (items: readonly string[]): CommendationEvent => ({
  type: 'CommendationGranted',
  data: { year: YEAR, level: 'CITY', items: items.map((it) => ({ item: it, form: 'CERTIFICATE_OF_MERIT' })) },
});
export const sentBack = (items: readonly string[]): CommendationEvent => ({
  type: 'DossierReturnedByDecider',
  data: { items: items.map((it) => ({ item: it, reason: prose('Thiếu minh chứng') })) },
});
export const untilSubmitted = [prepared(), submitted];
export const untilReceived = [...untilSubmitted, received];
export const untilAppraised = [...untilReceived, appraised()];
export const untilVoted = [...untilAppraised, voted()];
export const untilDecision = [...untilVoted, sentToDecider];
export const untilDecided = [...untilDecision, granted(ids)];

const document = (type: string, issuer: string): DocumentRef => ({
  issuer,
  type,
  number: '12',
  year: YEAR,
  signedOn: '2026-11-30',
});
export const QD = document('QĐ', 'UBND thành phố Huế');
export const UNIT_QD = document('QĐ', 'UBND phường Phú Xuân');
export const TTR = document('TTr', 'SNV');
export const BB = document('BB', 'HĐTĐKT');
export const CV = document('CV', 'VPUB');

const campaignState: CampaignState = {
  status: 'running',
  name: 'Dân vận khéo',
  fromYear: 2026,
  toYear: 2030,
  leadUnit: 'home-affairs',
  coordinatingUnit: 'office',
  basis: [],
  fields: [],
  targets: [],
  policies: {},
  rubrics: {},
  templates: [],
  cycles: [
    {
      year: YEAR,
      plansBefore: '',
      registrationsBefore: '',
      midYearReportBefore: '',
      annualReportBefore: '',
      rubric: 'r',
      phase: 'open',
      missed: [],
    },
  ],
};
export const campaign = (patch: Partial<Pick<CampaignState, 'status'>> = {}) =>
  loaded(campaignFold, 'campaign-1', { ...campaignState, ...patch } as CampaignState);

const unitState: UnitState = {
  status: 'active',
  key: WARD,
  kind: 'WARD',
  from: '2025-07-01',
  names: [{ value: 'Phường Phú Xuân', from: '2025-07-01' }],
  codes: [],
  aliases: ['UBND phường Phú Xuân'],
  predecessors: [],
  standings: [],
  heads: [],
  successors: [],
};
export const unit = (id: string, status: 'active' | 'dissolved' = 'active', kind = 'WARD') =>
  loaded(unitFold, id, { ...unitState, status, kind } as UnitState);

/** The team's entry in the register. */
export const collective = (name = 'Tổ dân phố 3') =>
  loaded(collectiveFold, 'team-3', {
    status: 'registered',
    unit: WARD,
    names: [{ value: name, from: '2026-01-01' }],
  });

export const model = (patch: Partial<Extract<ModelState, { status: 'implementing' }>> = {}, id = 'model-1') =>
  loaded(modelFold, id, {
    status: 'implementing',
    model: id,
    campaign: 'campaign-1',
    unit: WARD,
    name: 'Ngày không hẹn',
    kind: 'MODEL',
    field: 'digital',
    joint: [],
    form: {},
    restricted: false,
    nominatedByThirdParty: false,
    activities: [],
    doubts: [],
    maintainedIn: [],
    notMaintainedIn: [],
    owners: [],
    ...patch,
  });

type Concluded = Extract<EvaluationState, { status: 'concluded' }>;
const concluded: Concluded = {
  status: 'concluded',
  campaign: 'campaign-1',
  registration: registrationId('model-1', YEAR),
  model: 'model-1',
  unit: WARD,
  year: YEAR,
  title: '',
  rubric: 'r',
  criteria: [],
  restricted: false,
  round: 1,
  selfEvaluation: { points: {}, statement: prose('Tự đánh giá'), on: '2026-11-01', by: 'head-1' },
  panel: { members: [], frozen: true },
  scores: [],
  adjustments: [],
  siteVisits: [],
  setAside: [],
  objections: [],
  barred: [],
  conclusion: {
    round: 1,
    rubric: 'r',
    score: 90,
    verdict: 'EFFECTIVE',
    maintained: true,
    gatesPassed: true,
    members: 3,
    total: 270,
    objectionsBefore: NOW,
    concludedAt: NOW,
  },
};
export const evaluation = (patch: Partial<Concluded> = {}, id = 'model-1') =>
  loaded(evaluationFold, evaluationOf(id, YEAR), { ...concluded, ...patch });
export const ineffective = evaluation({ conclusion: { ...concluded.conclusion, verdict: 'NOT_EFFECTIVE' } });
/** Found effective in October, and taken back at an instant. */
export const takenBack = (setAsideAt: string) => {
  const before = { ...concluded.conclusion, concludedAt: '2026-10-01T02:00:00.000Z', setAsideAt, resting: [] };
  const { conclusion: _takenBack, ...rest } = concluded;
  return loaded(evaluationFold, evaluationOf('model-1', YEAR), { ...rest, status: 'reopened', setAside: [before] });
};

/** Everything in order: the unit works, its model is its own and effective, nobody else holds the achievements. */
export const reads = (patch: Readonly<Record<string, unknown>> = {}) => ({
  campaign: campaign(),
  unit: unit(WARD),
  models: [model()],
  evaluations: [evaluation()],
  taken: [],
  holds: [],
  doubles: [],
  units: [unit(WARD)],
  collectives: [collective()],
  deciders: [{ name: 'UBND thành phố Huế' }],
  bodies: [],
  ...patch,
});

/** The surroundings of a decision in which everything is in order. */
export const fine = (patch: Surroundings = {}): Surroundings => ({
  now: NOW,
  policy: POLICY,
  ...patch,
  actor: { unit: WARD, ...patch.actor },
  reads: reads(patch.reads),
});
