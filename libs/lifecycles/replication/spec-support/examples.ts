import { given, loaded, type Surroundings } from '#testing';
import type { DocumentRef } from '#kernel';
import { DEADLINES, type CampaignPolicy } from '#lifecycles/campaign';
import { evaluationFold, evaluationId, type EvaluationState } from '#lifecycles/evaluation';
import { modelFold, type ModelState } from '#lifecycles/model';
import { registrationId } from '#lifecycles/registration';
import { campaign } from '../../campaign/spec-support/examples.js';
import { unitFold, type UnitState } from '#lifecycles/unit';
import type { ReplicationCommand } from '../commands.js';
import type { ReplicationEvent } from '../events.js';
import { replicationLifecycle } from '../lifecycle.js';
import type { ReplicationState } from '../state.js';

export const YEAR = 2026;
export const ORIGIN = 'ward-1';
export const NOW = '2026-12-01T02:00:00.000Z';
const DUE = '2026-12-11T17:00:00.000Z';

/** A replication with a past. */
export const replication = (past: readonly ReplicationEvent[]) =>
  given<ReplicationState, ReplicationCommand, ReplicationEvent, CampaignPolicy>(replicationLifecycle, past);

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
  competentFor: { CERTIFICATE_OF_COMMENDATION: [], CERTIFICATE_OF_MERIT: [] },
};

export const proposed: ReplicationEvent = {
  type: 'ReplicationProposed',
  data: { campaign: 'campaign-1', model: 'model-1', unit: ORIGIN, year: YEAR, restricted: false, dueAt: DUE },
};
export const decided = (units: readonly string[] = [], mandatory = false): ReplicationEvent => ({
  type: 'ReplicationDecided',
  data: { scope: units.length > 0 ? 'SELECTED' : 'CITY_WIDE', mandatory, units, year: YEAR, restricted: false },
});
export const guide: ReplicationEvent = { type: 'ReplicationGuidePublished', data: { guide: 'Hướng dẫn' } };
export const invited = (unit: string): ReplicationEvent => ({ type: 'UnitInvited', data: { unit, dueAt: DUE } });
export const accepted = (unit: string): ReplicationEvent => ({ type: 'AdoptionAccepted', data: { unit } });
export const declined = (unit: string): ReplicationEvent => ({ type: 'AdoptionDeclined', data: { unit } });
export const started = (unit: string): ReplicationEvent => ({
  type: 'AdoptionStarted',
  data: { unit, model: `model-of-${unit}` },
});
export const measured = (unit: string): ReplicationEvent => ({
  type: 'AdoptionMeasured',
  data: { unit, on: '2026-11-30', measures: [{ name: 'Số ngày', before: 5, after: 1 }] },
});
export const halted: ReplicationEvent = { type: 'ReplicationHalted', data: {} };

export const calling = [proposed, decided(), guide];
export const inviting = [...calling, invited('ward-2'), invited('ward-3')];
export const adopting = [...inviting, accepted('ward-2'), started('ward-2')];

export const QD: DocumentRef = {
  issuer: 'UBND thành phố Huế',
  type: 'QĐ',
  number: '45',
  year: YEAR,
  signedOn: '2026-11-30',
};

export const unit = (id: string, status: 'active' | 'merged' = 'active') =>
  loaded(unitFold, id, {
    status,
    key: id,
    kind: 'WARD',
    from: '2025-07-01',
    names: [],
    codes: [],
    aliases: [],
    predecessors: [],
    standings: [],
    heads: [],
    successors: [],
  } as UnitState);

type Implementing = Extract<ModelState, { status: 'implementing' }>;
export const model = (patch: Partial<Implementing> = {}, id = 'model-1') => {
  const state: Implementing = {
    status: 'implementing',
    model: id,
    campaign: 'campaign-1',
    unit: ORIGIN,
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
  };
  return loaded<ModelState>(modelFold, id, state);
};

type Concluded = Extract<EvaluationState, { status: 'concluded' }>;
const concluded: Concluded = {
  status: 'concluded',
  campaign: 'campaign-1',
  registration: registrationId('model-1', YEAR),
  model: 'model-1',
  unit: ORIGIN,
  year: YEAR,
  title: '',
  rubric: 'r',
  criteria: [],
  restricted: false,
  round: 1,
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
export const evaluation = (patch: Partial<Concluded['conclusion']> = {}) =>
  loaded<EvaluationState>(evaluationFold, evaluationId(registrationId('model-1', YEAR)), {
    ...concluded,
    conclusion: { ...concluded.conclusion, ...patch },
  });

/** The surroundings of a decision in which everything is in order. */
export const fine = (patch: Surroundings = {}): Surroundings => ({
  now: NOW,
  policy: POLICY,
  document: QD,
  ...patch,
  reads: { campaign: campaign(), model: model(), evaluation: evaluation(), others: [], units: [], ...patch.reads },
});

/** Acting for a unit. */
export const as = (unitId: string, patch: Surroundings = {}): Surroundings =>
  fine({ actor: { subject: `head-of-${unitId}`, role: 'UNIT_HEAD', unit: unitId }, ...patch });
