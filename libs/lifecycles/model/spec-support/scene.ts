import type { Loaded } from '#kernel';
import { campaignFold, type CampaignEvent, type CampaignPolicy, type CampaignState } from '#lifecycles/campaign';
import { unitFold, type UnitState } from '#lifecycles/unit';
import { given, loaded } from '#testing';
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
  { type: 'CampaignIssued', data: { documentPending: true } },
];

/** The campaign as it has just been issued, or after further events. */
export function campaign(...later: readonly CampaignEvent[]): Loaded<CampaignState> {
  const state = [...founded, ...later].reduce<CampaignState>(
    (before, event) => campaignFold.evolve(before, event),
    campaignFold.initial,
  );
  return loaded(campaignFold, 'campaign-1', state);
}

/** A unit that operates. */
export function unit(id: string): Loaded<UnitState> {
  const data = {
    key: id,
    name: `Phường ${id}`,
    kind: 'WARD',
    from: '2025-07-01',
    aliases: [],
    predecessors: [],
  } as const;
  return loaded(unitFold, id, unitFold.evolve(unitFold.initial, { type: 'UnitRegistered', data }));
}

/** A unit that has gone up in another one. */
export function mergedUnit(id: string): Loaded<UnitState> {
  const before = unit(id);
  return {
    ...before,
    state: unitFold.evolve(before.state, { type: 'UnitMerged', data: { into: 'unit-9', from: '2026-07-01' } }),
  };
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
  model: 'model-1',
  campaign: 'campaign-1',
  unit: 'unit-1',
  field: 'ADMIN_REFORM_DIGITAL',
  name: 'Ngày không hẹn',
  kind: 'MODEL',
  joint: [],
  form: fullForm,
  restricted: false,
  on: '2026-08-01',
};

const on = '2026-09-01';

export const proposed: readonly ModelEvent[] = [{ type: 'ModelProposed', data: origin }];
export const nominated: readonly ModelEvent[] = [
  { type: 'ModelNominatedByThirdParty', data: { ...origin, nominatedByUnit: 'unit-front' } },
];
export const implementing: readonly ModelEvent[] = [...proposed, { type: 'ModelImplementationStarted', data: { on } }];
export const suspended: readonly ModelEvent[] = [...implementing, { type: 'ModelSuspended', data: { on } }];
export const notMaintained: readonly ModelEvent[] = [
  ...implementing,
  { type: 'ModelDeclaredNotMaintained', data: { year: 2026, on } },
];
export const ended: readonly ModelEvent[] = [...implementing, { type: 'ModelEnded', data: { on } }];

/** Given these past events of a model. */
export const givenModel = (past: readonly ModelEvent[]) =>
  given<ModelState, ModelCommand, ModelEvent, CampaignPolicy>(modelLifecycle, past);
