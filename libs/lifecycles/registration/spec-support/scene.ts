import { personal, type Loaded } from '#kernel';
import {
  campaignFold,
  DEADLINES,
  type CampaignEvent,
  type CampaignPolicy,
  type CampaignState,
  type DeadlineName,
  type DeadlineRule,
} from '#lifecycles/campaign';
import { modelFold, type ModelEvent, type ModelOrigin, type ModelState } from '#lifecycles/model';
import { unitFold, type UnitState } from '#lifecycles/unit';
import { given, loaded } from '#testing';
import type { RegistrationCommand } from '../commands.js';
import type { RegistrationDraft, RegistrationEvent } from '../events.js';
import { registrationLifecycle } from '../lifecycle.js';
import { registrationFold, type RegistrationState } from '../state.js';

const label = { vi: 'Nhãn', en: 'Label' };

/** The registration window of 2026 ends before the first of October. */
export const windowBefore = '2026-09-30T17:00:00.000Z';

const founded: readonly CampaignEvent[] = [
  {
    type: 'CampaignDrafted',
    data: {
      name: 'Dân vận khéo',
      fromYear: 2026,
      toYear: 2030,
      leadUnit: 'unit-lead',
      coordinatingUnit: 'unit-office',
      basis: [],
      targets: [],
      fields: [{ key: 'ADMIN_REFORM_DIGITAL', label, restricted: false }],
    },
  },
  { type: 'CampaignIssued', data: { documentPending: true } },
  {
    type: 'CycleOpened',
    data: {
      year: 2026,
      rubric: 'rubric-1',
      plansBefore: windowBefore,
      registrationsBefore: windowBefore,
      midYearReportBefore: '2026-06-14T17:00:00.000Z',
      annualReportBefore: '2026-12-14T17:00:00.000Z',
    },
  },
];

/** The campaign with the cycle of 2026 open, or after further events. */
export function campaign(...later: readonly CampaignEvent[]): Loaded<CampaignState> {
  const state = [...founded, ...later].reduce<CampaignState>(
    (before, event) => campaignFold.evolve(before, event),
    campaignFold.initial,
  );
  return loaded(campaignFold, 'campaign-1', state);
}

const rule: DeadlineRule = { kind: 'days', days: 5 };

/** A policy that gives five days for every step. */
export const policy: CampaignPolicy = {
  deadlines: Object.fromEntries(DEADLINES.map((name) => [name, rule])) as Record<DeadlineName, DeadlineRule>,
  firstPlanDays: 30,
  targets: { integratedPlanCounts: true, practiceCounts: true, cancelledLeaveDenominator: true },
  panel: { minimumMembers: 3 },
  evaluation: { effectiveFrom: 70 },
  council: { basis: 'ALL_MEMBERS', numerator: 2, denominator: 3, secret: false },
  competentFor: { CERTIFICATE_OF_COMMENDATION: [], CERTIFICATE_OF_MERIT: [] },
};

/** A unit that operates, or has gone up in another one. */
export function unit(id: string, merged = false): Loaded<UnitState> {
  const data = {
    key: id,
    name: `Phường ${id}`,
    kind: 'WARD',
    from: '2025-07-01',
    aliases: [],
    predecessors: [],
  } as const;
  const active = unitFold.evolve(unitFold.initial, { type: 'UnitRegistered', data });
  return loaded(
    unitFold,
    id,
    merged ? unitFold.evolve(active, { type: 'UnitMerged', data: { into: 'unit-9', from: '2026-07-01' } }) : active,
  );
}

/** What the model is born as. */
export const origin: ModelOrigin = {
  model: 'model-1',
  campaign: 'campaign-1',
  unit: 'unit-1',
  field: 'ADMIN_REFORM_DIGITAL',
  template: 'NKH',
  name: 'Ngày không hẹn',
  kind: 'PRACTICE',
  subUnit: 'Tổ dân phố 3',
  joint: [],
  form: {
    situation: 'Hồ sơ chậm',
    objectives: 'Trả kết quả trong ngày',
    content: 'Bố trí tổ tiếp nhận',
    place: 'Toàn phường',
    forces: 'UBND chủ trì',
    resources: 'Nhân lực sẵn có',
    outputs: 'Tỷ lệ đúng hạn',
    sustainability: 'Duy trì hằng tuần',
  },
  restricted: false,
  on: '2026-08-01',
};

/** The model as it was proposed with some particulars of its own, and after further events. */
export function model(own: Partial<ModelOrigin> = {}, ...later: readonly ModelEvent[]): Loaded<ModelState> {
  const events: readonly ModelEvent[] = [{ type: 'ModelProposed', data: { ...origin, ...own } }, ...later];
  return loaded(
    modelFold,
    'model-1',
    events.reduce<ModelState>((before, event) => modelFold.evolve(before, event), modelFold.initial),
  );
}

/** The model once it runs. */
export const started = (): Loaded<ModelState> =>
  model({}, { type: 'ModelImplementationStarted', data: { on: '2026-10-10' } });

/** No model. */
export const noModel: Loaded<ModelState> = loaded(modelFold, '', modelFold.initial);

/** The responsible person. */
export const responsible = personal('person-1', 'Trần Thị Lan');

const draft: RegistrationDraft = {
  campaign: 'campaign-1',
  model: 'model-1',
  unit: 'unit-1',
  year: 2026,
  kind: 'PRACTICE',
  field: 'ADMIN_REFORM_DIGITAL',
  template: 'NKH',
  subUnit: 'Tổ dân phố 3',
  restricted: false,
  title: 'Ngày không hẹn',
  responsible,
  dueAt: windowBefore,
};

const at = '2026-09-01T02:00:00.000Z';
const dueAt = '2026-09-06T17:00:00.000Z';

export const drafted: readonly RegistrationEvent[] = [{ type: 'ModelRegistered', data: draft }];
export const submitted: readonly RegistrationEvent[] = [
  ...drafted,
  { type: 'RegistrationSubmitted', data: { at, late: false, dueAt } },
];
export const received: readonly RegistrationEvent[] = [
  ...submitted,
  { type: 'RegistrationReceived', data: { at, dueAt } },
];
export const returned: readonly RegistrationEvent[] = [
  ...received,
  { type: 'RegistrationReturned', data: { at, dueAt } },
];
export const accepted: readonly RegistrationEvent[] = [...received, { type: 'RegistrationAccepted', data: { at } }];
export const rejected: readonly RegistrationEvent[] = [...received, { type: 'RegistrationRejected', data: { at } }];
export const cancelled: readonly RegistrationEvent[] = [...accepted, { type: 'RegistrationCancelled', data: { at } }];

/** A registration after these events, as it is found among the reads. */
export function registration(id: string, past: readonly RegistrationEvent[]): Loaded<RegistrationState> {
  return loaded(
    registrationFold,
    id,
    past.reduce<RegistrationState>((before, event) => registrationFold.evolve(before, event), registrationFold.initial),
  );
}

/** Given these past events of a registration. */
export const givenRegistration = (past: readonly RegistrationEvent[]) =>
  given<RegistrationState, RegistrationCommand, RegistrationEvent, CampaignPolicy>(registrationLifecycle, past);
