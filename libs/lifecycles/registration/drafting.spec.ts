import { describe, expect, it } from '@jest/globals';
import type { ContinueModel, RegisterModel } from './commands.js';
import { registrationId, registrationLifecycle } from './index.js';
import {
  accepted,
  campaign,
  cancelled,
  drafted,
  endedModel,
  givenRegistration,
  model,
  noModel,
  registration,
  rejected,
  responsible,
  returned,
  started,
  submitted,
  unit,
} from './spec-support/scene.js';

const register: RegisterModel = {
  type: 'RegisterModel',
  campaign: 'campaign-1',
  model: 'model-1',
  unit: 'unit-1',
  year: 2026,
  responsible,
};
const reads = { campaign: campaign(), unit: unit('unit-1'), model: model() };

describe('Registering a model', () => {
  it('drafts what the model says of itself, due before the window ends', () => {
    const { events, status } = givenRegistration([]).when(register, { reads });
    expect(status).toBe('drafted');
    expect(events).toEqual(drafted);
  });

  it('takes a title of its own', () => {
    expect(
      givenRegistration([]).when({ ...register, title: 'Thứ Bảy không hẹn' }, { reads }).events[0]?.data,
    ).toMatchObject({ title: 'Thứ Bảy không hẹn' });
  });

  it('is one for each model and cycle', () => {
    expect(registrationLifecycle.identify(register, 'command-1')).toBe(registrationId('model-1', 2026));
    expect(registrationLifecycle.identify({ ...register, year: 2027 }, 'command-1')).not.toBe(
      registrationId('model-1', 2026),
    );
  });

  it.each([
    ['a model that does not exist', {}, { model: noModel }, 'REGISTRATION_MODEL_NOT_FOUND', ['model']],
    [
      'a model of another campaign',
      {},
      { model: model({ campaign: 'campaign-2' }) },
      'REGISTRATION_MODEL_NOT_FOUND',
      ['model'],
    ],
    ['a model of another unit', {}, { model: model({ unit: 'unit-2' }) }, 'REGISTRATION_NOT_BY_OWNER', ['unit']],
    ['a model that has ended', {}, { model: endedModel() }, 'REGISTRATION_MODEL_NOT_OPEN', ['model']],
    ['a cycle that is not open', { year: 2027 }, {}, 'CYCLE_NOT_OPEN', ['year']],
  ])('is refused for %s', (_what, change, read, code, path) => {
    expect(
      givenRegistration([]).when({ ...register, ...change }, { reads: { ...reads, ...read } }).refusal,
    ).toMatchObject({ code, path });
  });

  it('is held against the model and the cycle on record', () => {
    expect(givenRegistration([]).when(register, { reads }).rules).toEqual(
      expect.arrayContaining(['unitIsActive', 'modelIsRegistrable', 'yearIsOpen']),
    );
  });

  it('is refused for a unit that is no more', () => {
    expect(
      givenRegistration([]).when(register, { reads: { ...reads, unit: unit('unit-1', true) } }).refusal?.code,
    ).toBe('UNIT_NOT_IN_OPERATION');
  });

  it('begins again after a cancellation or a rejection, and only then', () => {
    for (const past of [cancelled, rejected])
      expect(givenRegistration(past).when(register, { reads }).status).toBe('drafted');
    for (const past of [drafted, submitted, returned, accepted])
      expect(givenRegistration(past).when(register, { reads }).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });

  it('begun again, keeps how often it was returned and nothing else of the past', () => {
    const past = [...returned, { type: 'RegistrationCancelled', data: {} } as const];
    const { events } = givenRegistration(past).when(register, { reads });
    const { state } = givenRegistration([...past, ...events]);
    expect(state).toMatchObject({ status: 'drafted', timesReturned: 1, late: false });
    expect(state).not.toHaveProperty('submittedAt');
  });
});

describe('Continuing a model in a later cycle', () => {
  const opened = campaign({
    type: 'CycleOpened',
    data: {
      year: 2027,
      rubric: 'rubric-1',
      plansBefore: '2027-01-30T17:00:00.000Z',
      registrationsBefore: '2027-01-30T17:00:00.000Z',
      midYearReportBefore: '2027-06-14T17:00:00.000Z',
      annualReportBefore: '2027-12-14T17:00:00.000Z',
    },
  });
  const { type: _type, ...said } = register;
  const carryOn: ContinueModel = { ...said, type: 'ContinueModel', year: 2027, fromYear: 2026 };
  const around = { ...reads, campaign: opened, model: started(), previous: registration('registration-0', accepted) };

  it('says which cycle it carries on from', () => {
    const { events, status } = givenRegistration([]).when(carryOn, { reads: around });
    expect(status).toBe('drafted');
    expect(events[0]).toMatchObject({
      type: 'RegistrationContinued',
      data: { year: 2027, continuedFrom: 2026, dueAt: '2027-01-30T17:00:00.000Z' },
    });
  });

  it.each([
    [
      'the earlier registration was not accepted',
      {},
      { previous: registration('registration-0', rejected) },
      'REGISTRATION_PREVIOUS_NOT_ACCEPTED',
      ['fromYear'],
    ],
    [
      'the cycle continued from is not an earlier one',
      { fromYear: 2027 },
      {},
      'REGISTRATION_PREVIOUS_NOT_EARLIER',
      ['fromYear'],
    ],
    ['another unit owns the model', {}, { model: model({ unit: 'unit-2' }) }, 'REGISTRATION_NOT_BY_OWNER', ['unit']],
    ['the cycle is not open', { year: 2028 }, {}, 'CYCLE_NOT_OPEN', ['year']],
  ])('is refused when %s', (_what, change, read, code, path) => {
    expect(
      givenRegistration([]).when({ ...carryOn, ...change }, { reads: { ...around, ...read } }).refusal,
    ).toMatchObject({ code, path });
  });

  it('does not replace a dossier that is under way', () => {
    expect(givenRegistration(submitted).when(carryOn, { reads: around }).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });
});

describe('A draft', () => {
  it('is restricted as its model is', () => {
    const { events } = givenRegistration([]).when(register, {
      reads: { ...reads, model: model({ restricted: true }) },
    });
    expect(registrationLifecycle.classify?.(givenRegistration(events).state)).toBe('RESTRICTED');
    expect(registrationLifecycle.classify?.(givenRegistration(drafted).state)).toBeUndefined();
  });

  it('belongs to the unit that the command names when it is begun again', () => {
    const { state } = givenRegistration(cancelled);
    expect(registrationLifecycle.unitOf(state, { ...register, unit: 'unit-9' })).toBe('unit-9');
    expect(registrationLifecycle.unitOf(state, undefined)).toBe('unit-1');
  });
});
