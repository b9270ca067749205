import { describe, expect, it } from '@jest/globals';
import { prose } from '#kernel';
import type { RecordActivity, ReviseModelDetails } from './commands.js';
import { missingItems } from './index.js';
import {
  campaign,
  ended,
  givenModel,
  implementing,
  mergedUnit,
  nominated,
  notMaintained,
  origin,
  proposed,
  suspended,
  unit,
} from './spec-support/scene.js';

const id = 'model-1';
const reads = { campaign: campaign(), unit: unit('unit-1') };

describe('A nomination', () => {
  it('becomes the unit’s own model when its head takes it up', () => {
    const { events, status } = givenModel(nominated).when({ type: 'TakeUpNomination', id }, { reads });
    expect(events).toEqual([{ type: 'ModelNominationTakenUp', data: {} }]);
    expect(status).toBe('proposed');
  });

  it('ends when the unit does not want it', () => {
    expect(
      givenModel(nominated).when({ type: 'DeclineNomination', id }, { reason: 'Đã có mô hình tương tự' }).status,
    ).toBe('ended');
  });

  it('is not taken up or declined when it is none', () => {
    const model = givenModel(proposed);
    expect(model.when({ type: 'TakeUpNomination', id }, { reads }).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
    expect(model.when({ type: 'DeclineNomination', id }).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });

  it('waits while the unit is no more', () => {
    const { refusal } = givenModel(nominated).when(
      { type: 'TakeUpNomination', id },
      { reads: { ...reads, unit: mergedUnit('unit-1') } },
    );
    expect(refusal?.code).toBe('UNIT_NOT_IN_OPERATION');
  });
});

describe('Starting', () => {
  const model = givenModel(proposed);

  it('needs an accepted registration', () => {
    expect(
      model.when({ type: 'StartImplementation', id }, { reads: { ...reads, registrations: [] } }).refusal?.code,
    ).toBe('MODEL_NOT_REGISTERED');
    const { events, status } = model.when(
      { type: 'StartImplementation', id },
      { reads: { ...reads, registrations: [{ registration: 'registration-2026', year: 2026 }] } },
    );
    expect(events).toEqual([{ type: 'ModelImplementationStarted', data: {} }]);
    expect(status).toBe('implementing');
  });

  it('happens once, and not to a mere nomination', () => {
    for (const past of [implementing, nominated]) {
      expect(givenModel(past).when({ type: 'StartImplementation', id }, { reads }).refusal?.code).toBe(
        'TRANSITION_NOT_ALLOWED',
      );
    }
  });
});

describe('Recording an activity', () => {
  const activity: RecordActivity = {
    type: 'RecordActivity',
    id,
    on: '2026-08-30',
    summary: prose('Trả kết quả trong ngày'),
    evidence: [{ kind: 'LINK', title: 'Ảnh', url: 'https://example.vn/anh' }],
  };
  const model = givenModel(implementing);

  it('keeps the date, what was done, the figures and the evidence', () => {
    const { events, status } = model.when({ ...activity, measures: [{ name: 'Số hồ sơ', value: 12 }] }, { reads });
    const { type: _type, id: _id, ...said } = activity;
    expect(events).toEqual([
      {
        type: 'ModelActivityRecorded',
        data: { ...said, measures: [{ name: 'Số hồ sơ', value: 12 }] },
      },
    ]);
    expect(status).toBe('implementing');
  });

  it.each([
    ['no evidence', { evidence: [] }, 'ACTIVITY_EVIDENCE_MISSING', ['evidence']],
    [
      'a file without its hash',
      { evidence: [{ kind: 'FILE' as const, title: 'Ảnh' }] },
      'ACTIVITY_EVIDENCE_INCOMPLETE',
      ['evidence', '0'],
    ],
    [
      'a link that leads nowhere',
      { evidence: [{ kind: 'LINK' as const, title: 'Ảnh', url: 'https://' }] },
      'ACTIVITY_EVIDENCE_INCOMPLETE',
      ['evidence', '0'],
    ],
    [
      'a link that a browser would run',
      { evidence: [{ kind: 'LINK' as const, title: 'Ảnh', url: 'javascript:alert(1)' }] },
      'ACTIVITY_EVIDENCE_INCOMPLETE',
      ['evidence', '0'],
    ],
    ['a day that has not come', { on: '2026-09-02' }, 'DATE_IN_FUTURE', ['on']],
    ['a day before the campaign', { on: '2025-12-31' }, 'DATE_OUTSIDE_CAMPAIGN', ['on']],
  ])('is refused for %s', (_what, change, code, path) => {
    expect(model.when({ ...activity, ...change }, { reads }).refusal).toMatchObject({ code, path });
  });

  it('knows a file by its hash alone', () => {
    const hash = 'ab'.repeat(32);
    const { events } = model.when({ ...activity, evidence: [{ kind: 'FILE', title: 'Biên bản', hash }] }, { reads });
    expect(events[0]?.data).toMatchObject({ evidence: [{ kind: 'FILE', title: 'Biên bản', hash }] });
  });

  it('counts the day where the campaign runs', () => {
    const { refusal } = model.when({ ...activity, on: '2026-09-02' }, { reads, now: '2026-09-01T17:00:00.000Z' });
    expect(refusal).toBeUndefined();
  });

  it('is possible only while the model runs', () => {
    for (const past of [proposed, suspended, ended])
      expect(givenModel(past).when(activity, { reads }).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });
});

describe('Revising the details', () => {
  const revise: ReviseModelDetails = {
    type: 'ReviseModelDetails',
    id,
    details: { name: 'Ngày hẹn trước', form: { place: 'Bốn tổ dân phố' } },
  };

  it('changes what is given and leaves the rest of the form', () => {
    const model = givenModel(proposed);
    const { events } = model.when(revise, { reads: { joint: [] } });
    expect(events).toEqual([{ type: 'ModelDetailsRevised', data: revise.details }]);
    const after = givenModel([...proposed, ...events]).state;
    expect(after).toMatchObject({ name: 'Ngày hẹn trước', form: { ...origin.form, place: 'Bốn tổ dân phố' } });
  });

  it.each([
    ['nothing is changed', {}, [], 'MODEL_DETAILS_UNCHANGED', ['details']],
    ['nothing of the form is changed', { form: {} }, [], 'MODEL_DETAILS_UNCHANGED', ['details']],
    [
      'the owner is to coordinate',
      { joint: ['unit-1'] },
      [unit('unit-1')],
      'MODEL_JOINT_WITH_OWNER',
      ['details', 'joint'],
    ],
    [
      'a coordinating unit is no more',
      { joint: ['unit-2'] },
      [mergedUnit('unit-2')],
      'MODEL_JOINT_UNIT_NOT_ACTIVE',
      ['details', 'joint'],
    ],
  ])('is refused when %s', (_what, details, joint, code, path) => {
    expect(givenModel(implementing).when({ ...revise, details }, { reads: { joint } }).refusal).toMatchObject({
      code,
      path,
    });
  });

  it('is over when the model has ended', () => {
    expect(givenModel(ended).when(revise, { reads: { joint: [] } }).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });

  it('leaves visible which items are still missing', () => {
    const bare = givenModel([
      { type: 'ModelProposed', data: { ...origin, form: { situation: 'Hồ sơ chậm', place: ' ' } } },
    ]).state;
    expect(bare.status === 'none' ? [] : missingItems(bare)).toEqual([
      'objectives',
      'content',
      'place',
      'forces',
      'resources',
      'outputs',
      'sustainability',
    ]);
  });
});

describe('Stopping', () => {
  it('suspends a running model and goes on with it', () => {
    const stopped = givenModel(implementing).when({ type: 'SuspendModel', id }, { reason: 'Sửa trụ sở' });
    expect(stopped.status).toBe('suspended');
    expect(
      givenModel(suspended).when(
        { type: 'ResumeModel', id },
        { reads: { ...reads, registrations: [] }, reason: 'Đã sửa xong' },
      ).status,
    ).toBe('implementing');
  });

  it('does not go on in a suspended campaign', () => {
    const stopped = campaign({ type: 'CampaignSuspended', data: {} });
    const { refusal } = givenModel(suspended).when(
      { type: 'ResumeModel', id },
      { reads: { ...reads, campaign: stopped } },
    );
    expect(refusal?.code).toBe('MODEL_CAMPAIGN_NOT_RUNNING');
  });

  it('takes up again what was not kept up, once it is registered for the present year', () => {
    const resume = (...years: readonly number[]) => {
      const registrations = years.map((year) => ({ registration: `registration-${year}`, year }));
      return givenModel(notMaintained).when(
        { type: 'ResumeModel', id },
        { now: '2026-12-31T17:00:00.000Z', reads: { ...reads, registrations }, reason: 'Đã củng cố' },
      );
    };
    expect(resume(2026).refusal).toMatchObject({ code: 'MODEL_NOT_REGISTERED_IN_YEAR', facts: { year: 2027 } });
    expect(resume(2026, 2027)).toMatchObject({ events: [{ type: 'ModelResumed' }], status: 'implementing' });
  });

  it('ends a model for good', () => {
    const { events, status } = givenModel(suspended).when({ type: 'EndModel', id }, { reason: 'Không còn phù hợp' });
    expect(events).toEqual([{ type: 'ModelEnded', data: {} }]);
    expect(status).toBe('ended');
    for (const type of ['SuspendModel', 'ResumeModel', 'EndModel'] as const) {
      expect(givenModel(ended).when({ type, id }, { reads }).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
    }
  });
});
