import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RegistrationCommand } from './commands.js';
import type { RegistrationEvent } from './events.js';
import { closed, frozen } from '../campaign/spec-support/examples.js';
import {
  accepted,
  act,
  campaign,
  drafted,
  dueAt,
  endedModel,
  givenRegistration,
  model,
  policy,
  received,
  returned,
  submitted,
  unit,
  windowBefore,
} from './spec-support/scene.js';

const id = 'registration-1';
const now = '2026-09-01T02:00:00.000Z';
const reads = { campaign: campaign(), unit: unit('unit-1'), model: model(), similar: [] };
const around = { reads, policy, now };

describe('Submitting', () => {
  const submit = { type: 'SubmitRegistration', id } as const;

  it('is in time before the window ends, and starts the review', () => {
    const { events, status } = givenRegistration(drafted).when(submit, around);
    expect(events).toEqual([{ type: 'RegistrationSubmitted', data: { late: false, dueAt } }]);
    expect(status).toBe('submitted');
  });

  it('is accepted late from the very instant at which the window ends', () => {
    const lateAt = (instant: string) =>
      givenRegistration(drafted).when(submit, { ...around, now: instant }).events[0]?.data;
    expect(lateAt('2026-09-30T16:59:59.999Z')).toMatchObject({ late: false });
    expect(lateAt(windowBefore)).toMatchObject({ late: true });
  });

  it('is timely by what was recorded, not by what is claimed', () => {
    const { events } = givenRegistration(drafted).when(submit, {
      ...around,
      now: '2026-10-02T02:00:00.000Z',
      occurredAt: '2026-09-29T02:00:00.000Z',
    });
    expect(events[0]?.data).toMatchObject({ late: true });
  });

  it('again after a return keeps the timeliness of the first time', () => {
    const { events } = givenRegistration(returned).when(submit, { ...around, now: '2026-10-02T02:00:00.000Z' });
    expect(events[0]?.data).toMatchObject({ late: false, again: true });
  });

  it('keeps it even when what was sent again is withdrawn and sent once more', () => {
    const again: RegistrationEvent = {
      type: 'RegistrationSubmitted',
      data: { late: false, dueAt, again: true },
    };
    const withdrawn: RegistrationEvent = { type: 'RegistrationWithdrawn', data: { dueAt: windowBefore } };
    const { events } = givenRegistration([...returned, again, withdrawn]).when(submit, {
      ...around,
      now: '2026-10-02T02:00:00.000Z',
    });
    expect(events[0]?.data).toMatchObject({ late: false, again: true });
  });

  describe('beside the same template in the same place', () => {
    const similar = [{ registration: 'registration-2', model: 'model-2' }];
    const beside = { ...around, reads: { ...reads, similar } };
    const suspected: RegistrationEvent = {
      type: 'DuplicateSuspected',
      data: { other: 'registration-2', ground: 'SAME_TEMPLATE_AND_PLACE' },
    };

    it('is accepted with a suspicion', () => {
      const { events, status } = givenRegistration(drafted).when(submit, beside);
      expect(status).toBe('submitted');
      expect(events[1]).toEqual(suspected);
    });

    it('raises none that is open already or was dismissed before', () => {
      const dismissed: RegistrationEvent = { type: 'DuplicateDismissed', data: { other: 'registration-2' } };
      for (const past of [
        [...returned, suspected],
        [...returned, suspected, dismissed],
      ])
        expect(givenRegistration(past).when(submit, beside).events).toHaveLength(1);
    });
  });

  it.each([
    ['the form is incomplete', { model: model({ form: { situation: 'Hồ sơ chậm' } }) }, 'REGISTRATION_FORM_INCOMPLETE'],
    ['the model has gone to another unit', { model: model({ unit: 'unit-9' }) }, 'REGISTRATION_NOT_BY_OWNER'],
    ['the model has ended', { model: endedModel() }, 'REGISTRATION_MODEL_NOT_OPEN'],
    ['the cycle has been closed', { campaign: campaign(frozen, closed) }, 'CYCLE_NOT_OPEN'],
    ['the unit is no more', { unit: unit('unit-1', true) }, 'UNIT_NOT_IN_OPERATION'],
  ])('is refused when %s', (_what, read, code) => {
    expect(givenRegistration(drafted).when(submit, { ...around, reads: { ...reads, ...read } }).refusal?.code).toBe(
      code,
    );
  });

  it('says in words which items of the form are missing', () => {
    const bare = { ...reads, model: model({ form: { situation: 'Hồ sơ chậm' } }) };
    const { refusal } = givenRegistration(drafted).when(submit, { ...around, reads: bare });
    expect(refusal?.facts['missing']).toContain('outputs');
    expect(refusal?.message.vi).toContain('mục tiêu, tiêu chí');
    expect(refusal?.message.vi).not.toContain('outputs');
  });

  it('is not repeated while it is under review', () => {
    expect(givenRegistration(submitted).when(submit, around).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });
});

describe('The time for the next step', () => {
  it.each([
    ['SubmitRegistration', drafted],
    ['ReceiveRegistration', submitted],
    ['ReturnRegistration', received],
  ] as const)('runs from the recording of %s, whenever it is said to have happened', (type, past) => {
    const { events } = givenRegistration(past).when(
      { type, id },
      { ...around, occurredAt: '2026-08-20T02:00:00.000Z' },
    );
    expect(events[0]?.data).toMatchObject({ dueAt });
  });

  it('leaves the act its own date', () => {
    const sent: RegistrationEvent = { type: 'RegistrationSubmitted', data: { late: false, dueAt } };
    const past = [...drafted, act(sent, 'SubmitRegistration', '2026-08-20')];
    expect(givenRegistration(past).state).toMatchObject({ submittedAt: '2026-08-20T02:00:00.000Z' });
  });
});

describe('Home Affairs', () => {
  it('receives what was sent', () => {
    const { events, status } = givenRegistration(submitted).when({ type: 'ReceiveRegistration', id }, around);
    expect(events).toEqual([{ type: 'RegistrationReceived', data: { dueAt } }]);
    expect(status).toBe('received');
  });

  it('returns it and counts how often', () => {
    for (const past of [submitted, received]) {
      const { events, status } = givenRegistration(past).when(
        { type: 'ReturnRegistration', id },
        { ...around, reason: 'Thiếu minh chứng' },
      );
      expect(status).toBe('returned');
      expect(givenRegistration([...past, ...events]).state).toMatchObject({ timesReturned: 1, dueAt });
    }
  });

  it('accepts it, and then nothing is due', () => {
    const { events, status } = givenRegistration(received).when({ type: 'AcceptRegistration', id }, around);
    expect(events).toEqual([{ type: 'RegistrationAccepted', data: {} }]);
    expect(status).toBe('accepted');
    expect(givenRegistration([...received, ...events]).state).toMatchObject({ acceptedAt: now, dueAt: undefined });
  });

  it('does not accept what may be a duplicate, or a model that has ended', () => {
    const suspected: RegistrationEvent = {
      type: 'DuplicateSuspected',
      data: { other: 'registration-2', ground: 'SIMILAR_CONTENT' },
    };
    const { refusal } = givenRegistration([...received, suspected]).when({ type: 'AcceptRegistration', id }, around);
    expect(refusal).toMatchObject({ code: 'REGISTRATION_DUPLICATE_OPEN', facts: { other: 'registration-2' } });
    const over = { ...reads, model: endedModel() };
    expect(
      givenRegistration(received).when({ type: 'AcceptRegistration', id }, { ...around, reads: over }).refusal?.code,
    ).toBe('REGISTRATION_MODEL_NOT_OPEN');
  });

  it('rejects it', () => {
    const { events, status } = givenRegistration(received).when(
      { type: 'RejectRegistration', id },
      { ...around, reason: 'Không đúng lĩnh vực' },
    );
    expect(events).toEqual([{ type: 'RegistrationRejected', data: {} }]);
    expect(status).toBe('rejected');
  });

  it.each([
    ['ReceiveRegistration', drafted],
    ['ReturnRegistration', drafted],
    ['AcceptRegistration', submitted],
    ['RejectRegistration', submitted],
    ['ReceiveRegistration', accepted],
  ] as const)('does not %s out of turn', (type, past) => {
    expect(givenRegistration(past).when({ type, id }, around).refusal?.code).toBe('TRANSITION_NOT_ALLOWED');
  });
});

describe('Withdrawing', () => {
  it('makes a draft of it again, under the window', () => {
    const late: RegistrationEvent = { type: 'RegistrationSubmitted', data: { late: true, dueAt } };
    const past = [...drafted, late];
    const { events, status } = givenRegistration(past).when(
      { type: 'WithdrawRegistration', id },
      { ...around, reason: 'Bổ sung nội dung' },
    );
    expect(status).toBe('drafted');
    expect(givenRegistration([...past, ...events]).state).toMatchObject({
      late: false,
      submittedAt: undefined,
      dueAt: windowBefore,
    });
  });

  it('is over once it is accepted', () => {
    expect(givenRegistration(accepted).when({ type: 'WithdrawRegistration', id }, around).refusal?.code).toBe(
      'TRANSITION_NOT_ALLOWED',
    );
  });
});

describe('Whatever steps are tried in whatever order', () => {
  const step = fc.constantFrom<RegistrationCommand>(
    { type: 'SubmitRegistration', id },
    { type: 'ReceiveRegistration', id },
    { type: 'ReturnRegistration', id },
    { type: 'AcceptRegistration', id },
    { type: 'RejectRegistration', id },
    { type: 'WithdrawRegistration', id },
    { type: 'CancelRegistration', id },
  );
  const walk = (steps: readonly RegistrationCommand[]): readonly RegistrationEvent[] =>
    steps.reduce<readonly RegistrationEvent[]>(
      (past, command) => [...past, ...givenRegistration(past).when(command, around).events],
      drafted,
    );

  it('what is accepted was received, and what is not over is due', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const past = walk(steps);
        const { state } = givenRegistration(past);
        if (state.status === 'none') return false;
        const open = ['drafted', 'submitted', 'received', 'returned'].includes(state.status);
        const receivedFirst = state.status !== 'accepted' || past.some((it) => it.type === 'RegistrationReceived');
        return (
          receivedFirst &&
          open === (state.dueAt !== undefined) &&
          state.timesReturned === past.filter((it) => it.type === 'RegistrationReturned').length
        );
      }),
    );
  });

  it('nothing comes of events before the first', () => {
    const orphan: RegistrationEvent = { type: 'RegistrationAccepted', data: {} };
    expect(givenRegistration([orphan]).state).toEqual({ status: 'none' });
  });
});
