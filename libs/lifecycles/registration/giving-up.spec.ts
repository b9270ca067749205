import { describe, expect, it } from '@jest/globals';
import { DOSSIER } from '#testing';
import type { FlagDuplicate, ResolveDuplicate } from './commands.js';
import { otherStands } from './duplicate-guards.js';
import { registrationId } from './index.js';
import {
  campaign,
  accepted,
  act,
  cancelled,
  drafted,
  dueAt,
  givenRegistration,
  model,
  policy,
  received,
  registration,
  returned,
  started,
  submitted,
  suspected,
} from './spec-support/scene.js';

const id = registrationId('model-1', 2026);
const now = '2026-09-01T02:00:00.000Z';
const otherId = 'registration-2';

describe('A suspected duplicate', () => {
  const flag: FlagDuplicate = { type: 'FlagDuplicate', id, other: otherId, ground: 'SAME_TEMPLATE_AND_PLACE' };
  const other = registration(otherId, accepted);

  it('is noted and rejects nothing', () => {
    const { events, status } = givenRegistration(received).when(flag, { reads: { campaign: campaign(), other }, now });
    expect(events).toEqual([suspected]);
    expect(status).toBe('received');
  });

  it.each([
    ['itself', { other: DOSSIER }, registration(DOSSIER, received), 'REGISTRATION_DUPLICATE_OF_ITSELF'],
    ['one that does not exist', {}, registration(otherId, []), 'REGISTRATION_OTHER_NOT_FOUND'],
  ])('is refused against %s', (_what, change, read, code) => {
    expect(
      givenRegistration(received).when({ ...flag, ...change }, { reads: { campaign: campaign(), other: read } })
        .refusal,
    ).toMatchObject({
      code,
      path: ['other'],
    });
  });

  it('is one at a time, and not of a draft', () => {
    expect(
      givenRegistration([...received, suspected]).when(flag, { reads: { campaign: campaign(), other } }).refusal?.code,
    ).toBe('REGISTRATION_DUPLICATE_OPEN');
    expect(givenRegistration(drafted).when(flag, { reads: { campaign: campaign(), other } }).refusal?.code).toBe(
      'TRANSITION_NOT_ALLOWED',
    );
  });

  it('is not raised again by the system while one is open', () => {
    const { events, refusal } = givenRegistration([...received, suspected]).when(flag, {
      reads: { campaign: campaign(), other },
      actor: { role: 'SYSTEM' },
    });
    expect([events, refusal]).toEqual([[], undefined]);
  });

  it('is known with the moment at which it was raised', () => {
    const past = [...received, act(suspected, 'FlagDuplicate', '2026-09-03')];
    expect(givenRegistration(past).state).toMatchObject({
      duplicateSuspicion: { other: otherId, at: '2026-09-03T02:00:00.000Z' },
    });
  });

  it('neither holds up the review nor waits for it, but is resolved after it was raised', () => {
    const sent = [
      ...drafted,
      act({ type: 'RegistrationSubmitted', data: { late: false, dueAt } }, 'SubmitRegistration', '2026-08-20'),
    ];
    const flagged = [...sent, act(suspected, 'FlagDuplicate', '2026-08-28')];
    const arrived = [
      ...sent,
      act({ type: 'RegistrationReceived', data: { dueAt } }, 'ReceiveRegistration', '2026-08-28'),
    ];
    const reviewer = { subject: 'reviewer' };
    const earlier = {
      reads: { campaign: campaign(), other },
      policy,
      occurredAt: '2026-08-25T02:00:00.000Z',
      actor: reviewer,
    };
    expect(givenRegistration(flagged).when({ type: 'ReceiveRegistration', id }, earlier).status).toBe('received');
    expect(givenRegistration(arrived).when(flag, earlier).events).toEqual([suspected]);
    expect(
      givenRegistration(flagged).when({ type: 'ResolveDuplicate', id, outcome: 'DISMISSED' }, earlier).refusal?.code,
    ).toBe('DATED_BEFORE_LAST_ACT');
  });

  describe('is resolved', () => {
    const resolve: ResolveDuplicate = { type: 'ResolveDuplicate', id, outcome: 'CONFIRMED' };
    const past = [...received, suspected];

    it('by keeping the other', () => {
      const { events, status } = givenRegistration(past).when(resolve, {
        reads: { campaign: campaign(), other },
        reason: 'Cùng một mô hình',
      });
      expect(events).toEqual([{ type: 'DuplicateConfirmed', data: { keep: otherId } }]);
      expect(status).toBe('merged');
      expect(givenRegistration([...past, ...events]).state).toMatchObject({
        mergedInto: otherId,
        duplicateSuspicion: undefined,
      });
    });

    it('by dismissing the suspicion', () => {
      const { events, status } = givenRegistration(past).when(
        { ...resolve, outcome: 'DISMISSED' },
        { reads: { campaign: campaign(), other }, reason: 'Hai địa bàn khác nhau' },
      );
      expect(events).toEqual([{ type: 'DuplicateDismissed', data: { other: otherId } }]);
      expect(status).toBe('received');
    });

    it('not in favour of one that no longer stands', () => {
      const { refusal } = givenRegistration(past).when(resolve, {
        reads: { campaign: campaign(), other: registration(otherId, cancelled) },
      });
      expect(refusal).toMatchObject({ code: 'REGISTRATION_OTHER_NOT_STANDING', path: ['outcome'] });
    });

    it('with the standing of the other on record', () => {
      const { rules } = givenRegistration(past).when(resolve, { reads: { campaign: campaign(), other } });
      expect(rules).toEqual(expect.arrayContaining(['duplicateIsOpen', 'otherStands']));
      expect(otherStands.checkContent(resolve, {}, { other }, {} as never)).toEqual({
        outcome: 'CONFIRMED',
        other: otherId,
        status: 'accepted',
      });
    });

    it('only where there is one', () => {
      expect(givenRegistration(received).when(resolve, { reads: { campaign: campaign(), other } }).refusal?.code).toBe(
        'REGISTRATION_DUPLICATE_NONE',
      );
      expect(givenRegistration(drafted).when(resolve, { reads: { campaign: campaign(), other } }).refusal?.code).toBe(
        'TRANSITION_NOT_ALLOWED',
      );
    });
  });
});

describe('Giving up', () => {
  const cancel = { type: 'CancelRegistration', id } as const;
  const abandon = { type: 'AbandonRegistration', id } as const;

  it('before the start is a cancellation', () => {
    for (const past of [drafted, submitted, received, returned, accepted]) {
      const { events, status } = givenRegistration(past).when(cancel, {
        reads: { campaign: campaign(), model: model() },
        now,
        reason: 'Không đủ nguồn lực',
      });
      expect(events).toEqual([{ type: 'RegistrationCancelled', data: {} }]);
      expect(status).toBe('cancelled');
    }
  });

  it('after the start is an abandonment, which T-3 counts', () => {
    const { events, status } = givenRegistration(accepted).when(abandon, {
      reads: { campaign: campaign(), model: started() },
      now,
      reason: 'Không đủ nguồn lực',
    });
    expect(events).toEqual([{ type: 'ModelAbandoned', data: {} }]);
    expect(status).toBe('abandoned');
  });

  it('is not called by the other name', () => {
    expect(
      givenRegistration(accepted).when(cancel, { reads: { campaign: campaign(), model: started() } }).refusal,
    ).toMatchObject({
      code: 'REGISTRATION_MODEL_STARTED',
      facts: { startedOn: '2026-10-10' },
    });
    expect(
      givenRegistration(accepted).when(abandon, { reads: { campaign: campaign(), model: model() } }).refusal?.code,
    ).toBe('REGISTRATION_MODEL_NOT_STARTED');
  });

  it('a running model’s draft for a later cycle is still a cancellation', () => {
    expect(givenRegistration(drafted).when(cancel, { reads: { campaign: campaign(), model: started() } }).status).toBe(
      'cancelled',
    );
  });

  it('happens once', () => {
    expect(
      givenRegistration(cancelled).when(cancel, { reads: { campaign: campaign(), model: model() } }).refusal?.code,
    ).toBe('TRANSITION_NOT_ALLOWED');
    expect(
      givenRegistration(received).when(abandon, { reads: { campaign: campaign(), model: started() } }).refusal?.code,
    ).toBe('TRANSITION_NOT_ALLOWED');
  });
});

describe('A model that went to another unit', () => {
  const transfer = { type: 'TransferRegistration', id } as const;

  it.each([
    ['submitted', submitted],
    ['accepted', accepted],
  ])('takes its %s dossier along', (before, past) => {
    const { events, status } = givenRegistration(past).when(transfer, {
      reads: { campaign: campaign(), model: model({ unit: 'unit-9' }) },
    });
    expect(events).toEqual([{ type: 'RegistrationTransferred', data: { from: 'unit-1', to: 'unit-9' } }]);
    expect(status).toBe(before);
    expect(givenRegistration([...past, ...events]).state).toMatchObject({ unit: 'unit-9' });
  });

  it('leaves a finished one where it was', () => {
    expect(
      givenRegistration(cancelled).when(transfer, { reads: { campaign: campaign(), model: model({ unit: 'unit-9' }) } })
        .refusal?.code,
    ).toBe('TRANSITION_NOT_ALLOWED');
  });

  it('builds on its own way from owner to owner: the paper may be older than the review', () => {
    const past = [
      ...drafted,
      act({ type: 'RegistrationSubmitted', data: { late: false, dueAt } }, 'SubmitRegistration', '2026-08-20'),
    ];
    const document = { issuer: 'UBND', type: 'QĐ', number: '9', year: 2026, signedOn: '2026-08-01' };
    const around = { reads: { campaign: campaign(), model: model({ unit: 'unit-9' }) }, document };
    expect(givenRegistration(past).when(transfer, around).events).toHaveLength(1);
  });

  it('is refused when it did not go', () => {
    expect(
      givenRegistration(submitted).when(transfer, { reads: { campaign: campaign(), model: model() } }).refusal?.code,
    ).toBe('REGISTRATION_OWNER_UNCHANGED');
  });
});
