import { describe, expect, it } from '@jest/globals';
import { campaign, closed, pasts as campaigns } from '../campaign/spec-support/examples.js';
import { active, enrolled, pasts as units, unit } from '../unit/spec-support/examples.js';
import { standingIn } from '#kernel';
import { instantOf } from '#lifecycles/campaign';
import { stateAfter, type Past } from '#testing';
import type { PlanEvent } from './events.js';
import { planId, planLifecycle } from './lifecycle.js';
import { around, commands, content, drafted, dueAt, givenPlan, paper, pasts } from './spec-support/examples.js';

const id = planId('campaign-1', 'unit-1', 2026);

describe('the cycle and the unit', () => {
  const shut = { ...around.reads, campaign: campaign([...campaigns.running, closed]) };

  it.each(['DraftPlan', 'IssuePlan', 'SubmitPlan', 'AmendPlan', 'ReplacePlan'] as const)(
    '%s needs the cycle open',
    (type) => {
      const past = {
        DraftPlan: pasts.none,
        IssuePlan: pasts.drafted,
        SubmitPlan: pasts.issued,
        AmendPlan: pasts.accepted,
        ReplacePlan: pasts.accepted,
      }[type];
      const suspended = { ...around.reads, campaign: campaign(campaigns.suspended) };
      for (const reads of [shut, suspended])
        expect(givenPlan(past).when(commands[type], { ...around, reads }).refusal).toMatchObject({
          code: 'CYCLE_NOT_OPEN',
          facts: { year: 2026 },
        });
    },
  );

  it('DraftPlan needs the cycle of its own year', () => {
    expect(givenPlan(pasts.none).when({ ...commands.DraftPlan, year: 2027 }, around).refusal).toMatchObject({
      code: 'CYCLE_NOT_OPEN',
      path: ['year'],
    });
  });

  it.each(['DraftPlan', 'IssuePlan', 'SubmitPlan'] as const)('%s needs the unit in operation', (type) => {
    const past = { DraftPlan: pasts.none, IssuePlan: pasts.drafted, SubmitPlan: pasts.issued }[type];
    for (const gone of [units.none, units.merged, units.split, units.dissolved]) {
      expect(
        givenPlan(past).when(commands[type], { ...around, reads: { ...around.reads, unit: unit('unit-1', gone) } })
          .refusal?.code,
      ).toBe('UNIT_NOT_IN_OPERATION');
    }
  });

  it('DraftPlan is for units that are obligated on the day of the act', () => {
    const reads = { ...around.reads, unit: unit('unit-1', [...active, enrolled(true, '2026-09-01')]) };
    const on = (occurredAt: string) =>
      givenPlan(pasts.none).when(commands.DraftPlan, { ...around, reads, occurredAt }).refusal?.code;
    expect([on('2026-08-31T16:59:59.999Z'), on('2026-08-31T17:00:00.000Z')]).toEqual(['UNIT_NOT_OBLIGATED', undefined]);
  });

  it('a plan is one for each campaign, unit and year', () => {
    expect(planLifecycle.identify(commands.DraftPlan, 'any')).toBe(id);
    expect(
      new Set([
        id,
        planId('campaign-1', 'unit-1', 2027),
        planId('campaign-1', 'unit-2', 2026),
        planId('c', 'unit-1', 2026),
      ]).size,
    ).toBe(4);
  });
});

describe('lateness', () => {
  const sent = (now: string, past: readonly PlanEvent[] = pasts.issued) =>
    givenPlan(past).when(commands.SubmitPlan, { ...around, now }).events;
  const late = (value: boolean) => [{ type: 'PlanSubmitted', data: { late: value, dueAt: expect.any(String) } }];

  it('begins at the exclusive deadline, where the campaign runs', () => {
    expect(sent('2026-09-30T16:59:59.999Z')).toEqual(late(false));
    expect(sent('2026-09-30T17:00:00.000Z')).toEqual(late(true));
  });

  it('is judged by when the plan arrived, not by when it is said to have been sent', () => {
    const { events } = givenPlan(pasts.issued).when(commands.SubmitPlan, {
      ...around,
      now: '2026-10-05T00:00:00.000Z',
      occurredAt: '2026-09-01T00:00:00.000Z',
    });
    expect(events).toEqual(late(true));
  });

  it('follows the deadline that was extended', () => {
    const reads = {
      ...around.reads,
      campaign: campaign([
        ...campaigns.running,
        { type: 'DeadlineExtended', data: { year: 2026, window: 'plansBefore', before: '2026-10-31T17:00:00.000Z' } },
      ]),
    };
    expect(
      givenPlan(pasts.issued).when(commands.SubmitPlan, { ...around, reads, now: '2026-10-15T00:00:00.000Z' }).events,
    ).toEqual(late(false));
  });

  const extended = {
    ...around.reads,
    campaign: campaign([
      ...campaigns.running,
      { type: 'DeadlineExtended', data: { year: 2026, window: 'plansBefore', before: '2026-10-31T17:00:00.000Z' } },
    ]),
  };
  it.each([
    ['a draft begins at the deadline that was extended', pasts.drafted, '2026-10-31T17:00:00.000Z'],
    ['an issued plan begins there too', pasts.issued, '2026-10-31T17:00:00.000Z'],
    ['a returned plan begins when it was to come back', pasts.returned, dueAt],
    [
      'a returned plan that has been issued again begins there too',
      [...pasts.returned, { type: 'PlanIssued', data: {} }] as readonly PlanEvent[],
      dueAt,
    ],
  ])('of %s', (_, past, from) => {
    const state = stateAfter(planLifecycle, past);
    const waiting = standingIn(planLifecycle, id, state).map((due) => instantOf(due, extended.campaign.state));
    expect(new Set(waiting)).toEqual(new Set([from]));
  });
});

describe('the time for the next step', () => {
  it.each([
    ['SubmitPlan', pasts.issued],
    ['ReceivePlan', pasts.submitted],
    ['ReturnPlan', pasts.received],
    ['ReplacePlan', pasts.accepted],
  ] as const)('runs from the recording of %s, whenever it is said to have happened', (type, past) => {
    const { events } = givenPlan(past).when(commands[type], { ...around, occurredAt: '2026-08-21T02:00:00.000Z' });
    expect(events[0]?.data).toMatchObject({ dueAt });
  });
});

describe('what a step builds on', () => {
  const act = (event: PlanEvent, commandType: string, day: string, signedOn?: string): Past<PlanEvent> => ({
    event,
    meta: {
      commandType,
      occurredAt: `${day}T02:00:00.000Z`,
      ...(signedOn !== undefined && { document: { ...paper, signedOn } }),
    },
  });
  const revised = act({ type: 'PlanRevised', data: { content } }, 'RevisePlan', '2026-08-25');
  const received = [
    ...pasts.drafted,
    act({ type: 'PlanIssued', data: {} }, 'IssuePlan', '2026-08-20', '2026-08-20'),
    act({ type: 'PlanSubmitted', data: { late: false, dueAt } }, 'SubmitPlan', '2026-08-21'),
    act({ type: 'PlanReceived', data: { dueAt } }, 'ReceivePlan', '2026-08-28'),
  ];
  const on = (day: string) => ({
    ...around,
    occurredAt: `${day}T02:00:00.000Z`,
    document: { ...paper, signedOn: day },
  });

  it('an act is not dated before the draft it issues, but its paper may be', () => {
    const past = [act(drafted, 'DraftPlan', '2026-08-10'), revised];
    expect(givenPlan(past).when(commands.IssuePlan, around).status).toBe('issued');
    expect(givenPlan(past).when(commands.IssuePlan, on('2026-08-24')).refusal?.code).toBe('DATED_BEFORE_LAST_ACT');
  });

  it('an erratum builds on the issue and not on the review', () => {
    expect(givenPlan(received).when(commands.IssuePlanErratum, on('2026-08-25')).status).toBe('received');
    expect(givenPlan(received).when(commands.IssuePlanErratum, on('2026-08-19')).refusal?.code).toBe(
      'DATED_BEFORE_LAST_ACT',
    );
  });

  it('nor does the review on an erratum', () => {
    const erratum: PlanEvent = {
      type: 'PlanErratumIssued',
      data: { correction: commands.IssuePlanErratum.correction },
    };
    const past = [...received, act(erratum, 'IssuePlanErratum', '2026-08-31', '2026-08-31')];
    const review = (day: string) =>
      givenPlan(past).when(commands.AcceptPlan, { ...on(day), actor: { subject: 'reviewer' } });
    expect(review('2026-08-30').status).toBe('accepted');
    expect(review('2026-08-27').refusal?.code).toBe('DATED_BEFORE_LAST_ACT');
  });
});
