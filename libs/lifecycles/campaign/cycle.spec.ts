import { describe, expect, it } from '@jest/globals';
import { LogFault } from '#kernel';
import type { Past } from '#testing';
import type { CampaignEvent } from './events.js';
import { campaignLifecycle } from './lifecycle.js';
import { nothingIsOpen } from './own-guards.js';
import { storedRubric } from './policy/lift.js';
import {
  commands,
  givenCampaign,
  noWork,
  pasts,
  policy,
  policyAdopted,
  rubric,
  RUBRIC,
} from './spec-support/examples.js';

const { OpenCycle } = commands;

/** Issued, which was recorded at an instant and is dated back. */
const issuedOn = (recordedAt: string): readonly Past<CampaignEvent>[] => [
  ...pasts.ruled,
  { event: { type: 'CampaignIssued', data: {} }, meta: { recordedAt, occurredAt: '2026-06-01T00:00:00.000Z' } },
];

describe('a cycle', () => {
  it('that is the first gives thirty whole days for plans and registrations, the day of the opening not counted', () => {
    const { events } = givenCampaign(issuedOn('2026-07-01T16:59:59.999Z')).when({ ...OpenCycle, year: 2026 });
    expect(events).toEqual([
      {
        type: 'CycleOpened',
        data: {
          year: 2026,
          rubric: RUBRIC,
          plansBefore: '2026-07-31T17:00:00.000Z',
          registrationsBefore: '2026-07-31T17:00:00.000Z',
          midYearReportBefore: '2026-06-14T17:00:00.000Z',
          annualReportBefore: '2026-12-14T17:00:00.000Z',
        },
      },
    ]);
  });

  it('that is the first counts them from when the issue was recorded: dated back, it shortens nothing', () => {
    const { events } = givenCampaign(issuedOn('2026-06-20T02:00:00.000Z')).when({ ...OpenCycle, year: 2026 });
    expect(events).toMatchObject([
      { data: { plansBefore: '2026-07-20T17:00:00.000Z', registrationsBefore: '2026-07-20T17:00:00.000Z' } },
    ]);
  });

  it('that is a later one has the policy’s own days', () => {
    const { events } = givenCampaign(pasts.running).when(OpenCycle);
    expect(events).toMatchObject([
      {
        data: {
          plansBefore: '2027-01-31T17:00:00.000Z',
          registrationsBefore: '2027-02-28T17:00:00.000Z',
          annualReportBefore: '2027-12-14T17:00:00.000Z',
        },
      },
    ]);
  });

  it('keeps the rubric that it was opened with', () => {
    const { state } = givenCampaign([
      ...pasts.running,
      { type: 'RubricVersionAdopted', data: { hash: 'new', rubric: storedRubric(rubric(100)) } },
    ]);
    expect(state).toMatchObject({
      rubric: 'new',
      cycles: [{ rubric: RUBRIC }],
      rubrics: { new: storedRubric(rubric(100)) },
    });
  });

  it('opens no earlier by being dated back', () => {
    const back = { occurredAt: '2026-08-01T00:00:00.000Z' };
    const policyInDays = policyAdopted({
      ...policy,
      deadlines: { ...policy.deadlines, planIssue: policy.deadlines.opinion },
    });
    const { events } = givenCampaign([...pasts.running, policyInDays]).when(OpenCycle, back);
    expect(events).toMatchObject([{ data: { plansBefore: '2026-09-06T17:00:00.000Z' } }]);
  });

  it('closes on the counts that it tells', () => {
    const result = givenCampaign(pasts.running).when(commands.CloseCycle, { reads: noWork });
    expect(result).toMatchObject({ events: [{ type: 'CycleClosed', data: { year: 2026 } }], status: 'running' });
    expect(result.rules).toEqual(expect.arrayContaining(['someCycleIsOpen', 'yearIsOpen', 'nothingIsOpen']));
    expect(nothingIsOpen.checkContent(commands.CloseCycle, undefined as never, noWork, undefined as never)).toEqual({
      year: 2026,
      plans: 0,
      registrations: 0,
      evaluations: 0,
      missing: 0,
    });
  });

  it.each(Object.keys(noWork))('does not close on unfinished work among the %s', (kind) => {
    const reads = { ...noWork, [kind]: [{ open: 3 }] };
    const { refusal } = givenCampaign(pasts.closing).when(commands.CloseCycle, { reads });
    expect(refusal).toMatchObject({ code: 'CYCLE_HAS_OPEN_WORK', facts: { year: 2026, open: 3 } });
  });

  it.each([[[]], [[{ open: 0 }, { open: 0 }]]])(
    'is a fault, and not closed, where a count is answered with %j',
    (rows) => {
      const reads = { ...noWork, missing: rows };
      expect(() => givenCampaign(pasts.closing).when(commands.CloseCycle, { reads })).toThrow(LogFault);
    },
  );

  it('asks about the unfinished work of this campaign and year', () => {
    const asked = Object.values(campaignLifecycle.commands.CloseCycle.reads).map((it) =>
      it.kind === 'ask' ? [it.question.name, it.params({ status: 'none' }, commands.CloseCycle)] : undefined,
    );
    const cycle = { campaign: 'campaign-1', year: 2026 };
    expect(asked).toEqual([
      ['plan.openInYear', cycle],
      ['registration.openInYear', cycle],
      ['evaluation.openInYear', cycle],
      ['evaluation.missingInYear', cycle],
    ]);
  });
});
