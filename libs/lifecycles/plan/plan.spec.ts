import { describe, expect, it } from '@jest/globals';
import { opened } from '../campaign/spec-support/examples.js';
import { planEvents, type PlanEvent } from './events.js';
import { planLifecycle } from './lifecycle.js';
import { around, commands, content, dueAt, givenPlan, pasts, plansBefore, revised } from './spec-support/examples.js';

describe('every command of a plan', () => {
  const { campaign: campaignId, unit: unitIs, year } = commands.DraftPlan;
  it.each<[keyof typeof commands, readonly PlanEvent[], PlanEvent, string]>([
    [
      'DraftPlan',
      pasts.none,
      { type: 'PlanDrafted', data: { campaign: campaignId, unit: unitIs, year, content, dueAt: plansBefore } },
      'drafted',
    ],
    [
      'DraftPlan',
      pasts.withdrawn,
      { type: 'PlanDrafted', data: { campaign: campaignId, unit: unitIs, year, content, dueAt: plansBefore } },
      'drafted',
    ],
    ['RevisePlan', pasts.drafted, { type: 'PlanRevised', data: { content: revised } }, 'drafted'],
    ['RevisePlan', pasts.returned, { type: 'PlanRevised', data: { content: revised } }, 'returned'],
    ['IssuePlan', pasts.drafted, { type: 'PlanIssued', data: {} }, 'issued'],
    ['IssuePlan', pasts.returned, { type: 'PlanIssued', data: {} }, 'issued'],
    ['SubmitPlan', pasts.issued, { type: 'PlanSubmitted', data: { late: false, dueAt } }, 'submitted'],
    ['ReceivePlan', pasts.submitted, { type: 'PlanReceived', data: { dueAt } }, 'received'],
    ['ReturnPlan', pasts.submitted, { type: 'PlanReturned', data: { dueAt } }, 'returned'],
    ['ReturnPlan', pasts.received, { type: 'PlanReturned', data: { dueAt } }, 'returned'],
    ['AcceptPlan', pasts.received, { type: 'PlanAccepted', data: {} }, 'accepted'],
    ['AmendPlan', pasts.accepted, { type: 'PlanAmended', data: { content: revised } }, 'accepted'],
    ['ReplacePlan', pasts.accepted, { type: 'PlanReplaced', data: { content: revised, dueAt } }, 'issued'],
    [
      'IssuePlanErratum',
      pasts.submitted,
      { type: 'PlanErratumIssued', data: { correction: commands.IssuePlanErratum.correction } },
      'submitted',
    ],
    ...(['drafted', 'issued', 'submitted', 'received', 'returned', 'accepted'] as const).map(
      (from): [keyof typeof commands, readonly PlanEvent[], PlanEvent, string] => [
        'WithdrawPlan',
        pasts[from],
        { type: 'PlanWithdrawn', data: {} },
        'withdrawn',
      ],
    ),
  ])('%s is carried out', (type, past, event, status) => {
    expect(givenPlan(past).when(commands[type], around)).toMatchObject({
      events: [event],
      refusal: undefined,
      status,
    });
  });

  const wrong = Object.values(commands).flatMap((command) =>
    Object.entries(pasts).flatMap(([name, past]) =>
      (planLifecycle.commands[command.type].from as readonly string[]).includes(name)
        ? []
        : [[command.type, name, command, past] as const],
    ),
  );
  it.each(wrong)('%s does not start from %s', (_type, _name, command, past) => {
    const code = past.length === 0 ? 'NOT_FOUND' : 'TRANSITION_NOT_ALLOWED';
    expect(givenPlan(past).when(command, around)).toMatchObject({ events: [], refusal: { code } });
  });
});

describe('separation of duties', () => {
  it.each(['ReceivePlan', 'ReturnPlan', 'AcceptPlan'] as const)(
    '%s is for nobody who drafted, revised, issued, sent, amended or replaced',
    (type) => {
      expect(planLifecycle.commands[type].apartFrom).toEqual([
        'DraftPlan',
        'RevisePlan',
        'IssuePlan',
        'SubmitPlan',
        'AmendPlan',
        'ReplacePlan',
      ]);
    },
  );
});

describe('what dates a plan', () => {
  it('is every step; a paper may be older than what was only drafted, and the system’s notes date nothing', () => {
    const unusual = Object.entries(planEvents).filter(([, { kind }]) => kind !== 'step');
    expect(unusual.map(([type, { kind }]) => [type, kind])).toEqual([
      ['PlanDrafted', 'draft'],
      ['PlanRevised', 'draft'],
    ]);
  });
});

it('the cycle of the examples is the campaign’s own', () => expect(opened).toMatchObject({ data: { plansBefore } }));
