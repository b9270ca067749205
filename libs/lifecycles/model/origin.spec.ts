import { describe, expect, it } from '@jest/globals';
import { loaded, stateAfter } from '#testing';
import { modelFold } from './index.js';
import type { NominateModel, ProposeModel } from './commands.js';
import { campaign, fullForm, givenModel, mergedUnit, origin, proposed, unit } from './spec-support/scene.js';

const propose: ProposeModel = {
  type: 'ProposeModel',
  campaign: 'campaign-1',
  unit: 'unit-1',
  field: 'ADMIN_REFORM_DIGITAL',
  name: 'Ngày không hẹn',
  kind: 'MODEL',
  joint: [],
  form: fullForm,
};
const nominate: NominateModel = { ...propose, type: 'NominateModel', form: { situation: 'Thấy ở thôn' } };
const nowhere = loaded(modelFold, '', modelFold.initial);
const reads = { campaign: campaign(), unit: unit('unit-1'), joint: [], source: nowhere };
const source = (owner: string, campaignId = 'campaign-1') => {
  const born = stateAfter(modelFold, [
    { type: 'ModelProposed', data: { ...origin, unit: owner, campaign: campaignId } },
  ]);
  return loaded(modelFold, 'model-0', born);
};

describe('Proposing a model', () => {
  const nothing = givenModel([]);

  it('gives it an identity, an owner and its form', () => {
    const { events, status } = nothing.when(propose, { reads });
    expect(status).toBe('proposed');
    expect(events).toEqual([{ type: 'ModelProposed', data: origin }]);
  });

  it('restricts a model of a restricted field until it is cleared', () => {
    const { events } = nothing.when({ ...propose, field: 'DEFENCE_SECURITY' }, { reads });
    expect(events[0]?.data).toMatchObject({ field: 'DEFENCE_SECURITY', restricted: true });
  });

  it('keeps the template, the sub-unit and the model that it replicates', () => {
    const command = { ...propose, template: 'NKH', subUnit: 'Tổ dân phố 3', derivedFrom: 'model-0' };
    const { events } = nothing.when(command, { reads: { ...reads, source: source('unit-7') } });
    expect(events[0]?.data).toMatchObject({ template: 'NKH', subUnit: 'Tổ dân phố 3', derivedFrom: 'model-0' });
  });

  it.each([
    ['a field that the campaign does not have', { field: 'SPORT' }, {}, 'FIELD_UNKNOWN', ['field']],
    ['a template that is not in the catalogue', { template: 'XYZ' }, {}, 'MODEL_TEMPLATE_UNKNOWN', ['template']],
    [
      'a template of another field',
      { field: 'DEFENCE_SECURITY', template: 'NKH' },
      {},
      'MODEL_TEMPLATE_OF_OTHER_FIELD',
      ['template'],
    ],
    [
      'an owner that coordinates with itself',
      { joint: ['unit-1'] },
      { joint: [unit('unit-1')] },
      'MODEL_JOINT_WITH_OWNER',
      ['joint'],
    ],
    [
      'a coordinating unit that is no more',
      { joint: ['unit-2'] },
      { joint: [mergedUnit('unit-2')] },
      'MODEL_JOINT_UNIT_NOT_ACTIVE',
      ['joint'],
    ],
    ['a source that does not exist', { derivedFrom: 'model-0' }, {}, 'MODEL_SOURCE_NOT_FOUND', ['derivedFrom']],
    [
      'a source of another campaign',
      { derivedFrom: 'model-0' },
      { source: source('unit-7', 'campaign-2') },
      'MODEL_SOURCE_NOT_FOUND',
      ['derivedFrom'],
    ],
    [
      'a source of its own',
      { derivedFrom: 'model-0' },
      { source: source('unit-1') },
      'MODEL_SOURCE_IS_OWN',
      ['derivedFrom'],
    ],
  ])('is refused for %s', (_what, change, read, code, path) => {
    const { refusal, events } = nothing.when({ ...propose, ...change }, { reads: { ...reads, ...read } });
    expect(refusal).toMatchObject({ code, path });
    expect(events).toEqual([]);
  });

  it('is refused for a unit that is no more, and while the campaign is suspended', () => {
    expect(nothing.when(propose, { reads: { ...reads, unit: mergedUnit('unit-1') } }).refusal?.code).toBe(
      'UNIT_NOT_IN_OPERATION',
    );
    const stopped = campaign({ type: 'CampaignSuspended', data: {} });
    expect(nothing.when(propose, { reads: { ...reads, campaign: stopped } }).refusal?.code).toBe(
      'MODEL_CAMPAIGN_NOT_RUNNING',
    );
  });

  it('happens once to a model', () => {
    expect(givenModel(proposed).when(propose, { reads }).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });
});

describe('Nominating a model of another unit', () => {
  const nothing = givenModel([]);

  it('leaves it to the owner', () => {
    const { events, status } = nothing.when(nominate, {
      reads,
      actor: { unit: 'unit-front', role: 'MTTQ_SUPERVISOR' },
    });
    expect(status).toBe('nominated');
    expect(events[0]).toMatchObject({
      type: 'ModelNominatedByThirdParty',
      data: { unit: 'unit-1' },
    });
  });

  it('is not the way to bring forward one’s own', () => {
    expect(nothing.when(nominate, { reads, actor: { unit: 'unit-1' } }).refusal).toMatchObject({
      code: 'MODEL_NOMINATED_BY_OWNER',
      path: ['unit'],
    });
  });

  it('is refused like a proposal for what the campaign does not know', () => {
    const { refusal } = nothing.when({ ...nominate, field: 'SPORT' }, { reads, actor: { unit: 'unit-front' } });
    expect(refusal?.code).toBe('FIELD_UNKNOWN');
  });
});
