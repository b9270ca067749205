import type { Loaded } from '#kernel';
import { campaignFold, type CampaignEvent, type CampaignPolicy, type CampaignState } from '#lifecycles/campaign';
import { unitFold, type UnitEvent, type UnitState } from '#lifecycles/unit';
import { given, loaded, stateAfter, type Past } from '#testing';
import type { ModelCommand } from '../commands.js';
import type { ModelEvent, ModelForm, ModelOrigin } from '../events.js';
import { modelLifecycle } from '../lifecycle.js';
import type { ModelState } from '../state.js';

const label = { vi: 'Nhãn', en: 'Label' };

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
      fields: [
        { key: 'ADMIN_REFORM_DIGITAL', label, restricted: false },
        { key: 'DEFENCE_SECURITY', label, restricted: true },
      ],
    },
  },
  {
    type: 'ModelTemplatePublished',
    data: { code: 'NKH', name: 'Ngày không hẹn', field: 'ADMIN_REFORM_DIGITAL', purpose: 'Giải quyết trong ngày' },
  },
  { type: 'CampaignIssued', data: {} },
];

/** The campaign as it has just been issued, or after further events. */
export function campaign(...later: readonly CampaignEvent[]): Loaded<CampaignState> {
  return loaded(campaignFold, 'campaign-1', stateAfter(campaignFold, [...founded, ...later], 'campaign-1'));
}

const registered = (id: string): UnitEvent => ({
  type: 'UnitRegistered',
  data: { key: id, kind: 'WARD', aliases: [], predecessors: [] },
});

/** A unit that operates. */
export function unit(id: string): Loaded<UnitState> {
  return loaded(unitFold, id, stateAfter(unitFold, [registered(id)], id));
}

/** A unit that has gone up in another one. */
export function mergedUnit(id: string): Loaded<UnitState> {
  const merged: UnitEvent = { type: 'UnitMerged', data: { into: 'unit-9' } };
  return loaded(unitFold, id, stateAfter(unitFold, [registered(id), merged], id));
}

/** The form with every item filled in. */
export const fullForm: ModelForm = {
  situation: 'Hồ sơ chậm',
  objectives: 'Trả kết quả trong ngày',
  content: 'Bố trí tổ tiếp nhận',
  place: 'Toàn phường',
  forces: 'UBND chủ trì',
  resources: 'Nhân lực sẵn có',
  outputs: 'Tỷ lệ đúng hạn',
  sustainability: 'Duy trì hằng tuần',
};

/** What the model is born as. */
export const origin: ModelOrigin = {
  campaign: 'campaign-1',
  unit: 'unit-1',
  field: 'ADMIN_REFORM_DIGITAL',
  name: 'Ngày không hẹn',
  kind: 'MODEL',
  joint: [],
  form: fullForm,
  restricted: false,
};

export const proposed: readonly ModelEvent[] = [{ type: 'ModelProposed', data: origin }];
export const nominated: readonly Past<ModelEvent>[] = [
  {
    event: { type: 'ModelNominatedByThirdParty', data: origin },
    meta: { actor: { subject: 'nominator-1', role: 'MTTQ_SUPERVISOR', unit: 'unit-front', grant: 'grant-2' } },
  },
];
export const implementing: readonly ModelEvent[] = [...proposed, { type: 'ModelImplementationStarted', data: {} }];
export const suspended: readonly ModelEvent[] = [...implementing, { type: 'ModelSuspended', data: {} }];
export const notMaintained: readonly ModelEvent[] = [
  ...implementing,
  { type: 'ModelDeclaredNotMaintained', data: { year: 2026 } },
];
export const ended: readonly ModelEvent[] = [...implementing, { type: 'ModelEnded', data: {} }];

/** Given these past events of a model. */
export const givenModel = (past: readonly Past<ModelEvent>[]) =>
  given<ModelState, ModelCommand, ModelEvent, CampaignPolicy>(modelLifecycle, past);
