import { describe, expect, it } from '@jest/globals';
import { localDateOf } from '#calendar';
import { LogFault } from '#kernel';
import { givenPlan, pasts as plans } from '../../plan/spec-support/examples.js';
import { campaign, policy, rubric } from '../spec-support/examples.js';
import { liftPolicy, liftRubric, storedPolicy, storedRubric } from './lift.js';
import { deadlineAt, DEADLINES, isSound } from './shape.js';

describe('a policy of today', () => {
  it('is stored with its shape, and read back without it', () => {
    expect(storedPolicy(policy)).toEqual({ ...policy, shape: 1 });
    expect(liftPolicy(storedPolicy(policy))).toEqual(policy);
  });

  it('has the shape that we say, whatever a client says', () =>
    expect(storedPolicy({ ...policy, shape: 7 } as never)).toMatchObject({ shape: 1 }));
});

describe('a policy stored before shapes were counted', () => {
  const { planReview: _unknown, ...deadlines } = policy.deadlines;
  const old = { ...policy, deadlines, evaluation: { effectiveFrom: 65 }, competentFor: {} };

  it('that knows nothing of a deadline has one of thirty days: the step that it ends can be taken', () => {
    const { planReview } = liftPolicy(old).deadlines;
    expect(deadlineAt(planReview, '2026-09-01T02:00:00.000Z', 2026, localDateOf)).toBe('2026-10-01T17:00:00.000Z');
  });

  it('lets a plan that began under it be received', () => {
    const receive = { type: 'ReceivePlan', id: 'plan-1' } as const;
    const { events, refusal } = givenPlan(plans.submitted).when(receive, {
      policy: liftPolicy(old),
      reads: { campaign: campaign() },
    });
    expect([events, refusal]).toMatchObject([[{ data: { dueAt: '2026-10-01T17:00:00.000Z' } }], undefined]);
  });

  it('keeps what it says', () => {
    expect(liftPolicy(old)).toEqual({
      ...policy,
      deadlines: { ...policy.deadlines, planReview: { kind: 'days', days: 30 } },
      evaluation: { effectiveScore: 65 },
    });
  });

  it('lets nobody decide what it does not name', () =>
    expect(liftPolicy(old).competentFor).toEqual({ CERTIFICATE_OF_COMMENDATION: [], CERTIFICATE_OF_MERIT: [] }));

  it('that is empty has a sound default for everything', () => {
    const lifted = liftPolicy({});
    expect(DEADLINES.every((name) => isSound(lifted.deadlines[name]))).toBe(true);
    expect(Object.keys(lifted).sort()).toEqual(Object.keys(policy).sort());
  });

  it('is left as it was', () => {
    const before = JSON.stringify(old);
    liftPolicy(old);
    expect(JSON.stringify(old)).toBe(before);
  });
});

describe('a rubric', () => {
  it.each([rubric(60, 40), storedRubric(rubric(60, 40))])('of either shape has today’s: %j', (stored) =>
    expect(liftRubric(stored)).toEqual(rubric(60, 40)),
  );

  it('without criteria is a fault', () => expect(() => liftRubric({})).toThrow(LogFault));
});

describe('what this program does not know', () => {
  it.each([2, -1, 0.5, '1', null])('is a fault: shape %j', (shape) => {
    expect(() => liftPolicy({ ...policy, shape })).toThrow(LogFault);
    expect(() => liftRubric({ ...rubric(100), shape })).toThrow(/this program knows 0 to 1/);
  });

  it.each([null, [], 'policy', 1])('is a fault: %j', (stored) => expect(() => liftPolicy(stored)).toThrow(LogFault));
});
