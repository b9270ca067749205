import { describe, expect, it } from '@jest/globals';
import { contentHash, LogFault } from '#kernel';
import { DOSSIER, stateAfter, type Past } from '#testing';
import { DUTIES, type CampaignEvent } from './events.js';
import { sendingIsOpen } from './guards.js';
import { campaignLifecycle } from './lifecycle.js';
import { storedRubric } from './policy/lift.js';
import {
  AFTER_YEAR,
  bothOwe,
  campaign,
  commands,
  frozen,
  givenCampaign,
  noWork,
  pasts,
  policy,
  policyAdopted,
  rubric,
  RUBRIC,
  thawed,
} from './spec-support/examples.js';
import { campaignFold } from './state.js';

const WORK = ['plans', 'registrations', 'evaluations', 'commendations', 'replications'] as const;
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
});

describe('freezing a year', () => {
  const { FreezeCycle, ThawCycle } = commands;

  it('is possible from the end of its own time on, wherever that was moved to', () => {
    const later = { type: 'DeadlineExtended', data: { year: 2026, window: 'annualReportBefore', before: AFTER_YEAR } };
    const at = (past: readonly Past<CampaignEvent>[], now: string) =>
      givenCampaign(past).when(FreezeCycle, { now }).refusal?.code;
    expect(at(pasts.running, '2026-12-14T16:59:59.999Z')).toBe('YEAR_NOT_OVER');
    expect(at(pasts.running, '2026-12-14T17:00:00.000Z')).toBeUndefined();
    expect(at([...pasts.running, later as CampaignEvent], '2026-12-14T17:00:00.000Z')).toBe('YEAR_NOT_OVER');
    expect(at([...pasts.running, later as CampaignEvent], AFTER_YEAR)).toBeUndefined();
  });

  it('can be taken back until the year is closed; what was declared missed falls', () => {
    const missed: CampaignEvent = { type: 'DutyDeclaredMissed', data: { year: 2026, duty: 'PLAN', units: ['unit-1'] } };
    expect(stateAfter(campaignFold, [...pasts.frozen, missed])).toMatchObject({
      cycles: [{ phase: 'closing', missed: [{ duty: 'PLAN', unit: 'unit-1' }] }],
    });
    const result = givenCampaign([...pasts.frozen, missed]).when(ThawCycle, { now: AFTER_YEAR });
    expect(result).toMatchObject({ events: [thawed], refusal: undefined });
    expect(stateAfter(campaignFold, [...pasts.frozen, missed, thawed])).toMatchObject({
      cycles: [{ phase: 'open', missed: [] }],
    });
  });
});

describe('a duty declared missed', () => {
  const { DeclareMissed } = commands;
  const declared: CampaignEvent = { type: 'DutyDeclaredMissed', data: { year: 2026, duty: 'PLAN', units: ['unit-2'] } };
  const late: CampaignEvent = {
    type: 'DeadlineExtended',
    data: { year: 2026, window: 'plansBefore', before: '2027-01-01T00:00:00.000Z' },
  };
  const declaring = (past: readonly Past<CampaignEvent>[], reads: object = bothOwe, command = DeclareMissed) =>
    givenCampaign(past).when(command, { now: AFTER_YEAR, reads: { ...reads } });

  it('is one of the frozen year, of units that owe it', () =>
    expect(declaring(pasts.frozen)).toMatchObject({
      events: [{ type: 'DutyDeclaredMissed', data: { year: 2026, duty: 'PLAN', units: ['unit-1', 'unit-2'] } }],
      refusal: undefined,
    }));

  const one = { owing: bothOwe.owing.slice(0, 1) };
  const sent = { owing: [bothOwe.owing[0], { unit: 'unit-2', underWay: 1 }] };
  it.each<[string, readonly CampaignEvent[], object, string]>([
    ['the year is open', pasts.running, bothOwe, 'NO_CYCLE_CLOSING'],
    ['its deadline was moved and has not passed', [...pasts.running, late, frozen], bothOwe, 'DUTY_NOT_OVERDUE'],
    ['a unit has done it or does not owe it', pasts.frozen, one, 'DUTY_NOT_OWED'],
    ['what a unit has sent is still under way', pasts.frozen, sent, 'DUTY_UNDER_WAY'],
    ['it has been declared before', [...pasts.frozen, declared], bothOwe, 'MISSED_ALREADY'],
  ])('is refused where %s', (_, past, reads, code) => expect(declaring(past, reads).refusal?.code).toBe(code));

  it('names each unit once', () =>
    expect(declaring(pasts.frozen, bothOwe, { ...DeclareMissed, units: ['unit-1', 'unit-1'] }).refusal?.code).toBe(
      'UNIT_NAMED_TWICE',
    ));

  it('ends what may still be sent again for it while the year is closing', () => {
    const again = sendingIsOpen<{ unit: string; year: number }>('PLAN', () => true);
    const check = (unit: string) => again.check({ unit, year: 2026 }, reads, undefined as never);
    const reads = { campaign: campaign([...pasts.frozen, declared]) };
    expect(check('unit-1')).toEqual({ year: 2026, campaign: 'campaign-1', phase: 'closing' });
    expect(check('unit-2')).toMatchObject({ code: 'DUTY_DECLARED_MISSED' });
  });
});

describe('closing a year', () => {
  const { CloseCycle } = commands;
  const closing = (reads: object, past: readonly Past<CampaignEvent>[] = pasts.frozen) =>
    givenCampaign(past).when(CloseCycle, { now: AFTER_YEAR, reads: { ...noWork, ...reads } });

  it('settles the figures of the targets as they are counted, with their hash', () => {
    const { events, rules } = closing({});
    const [event] = events;
    const label = { vi: 'Nhãn', en: 'Label' };
    const counted = { key: 'T-1', label, denominator: 2 };
    const figures = [
      { ...counted, reading: 'COUNTING_INTEGRATED', primary: true, numerator: 2, met: true },
      { ...counted, reading: 'STANDALONE_ONLY', primary: false, numerator: 1, met: false },
    ];
    const hash = contentHash({ campaign: DOSSIER, year: 2026, figures });
    expect(event).toEqual({ type: 'CycleClosed', data: { year: 2026, figures, hash } });
    expect(rules).toEqual(
      expect.arrayContaining(['someCycleIsClosing', 'yearIsClosing', 'nothingIsOpen', 'everyDutyHasEnd']),
    );
    expect(stateAfter(campaignFold, [...pasts.frozen, event as CampaignEvent])).toMatchObject({
      cycles: [{ phase: 'closed', closure: { hash, figures } }],
    });
  });

  it.each(WORK)('waits for what the authorities have among the %s', (kind) => {
    const { refusal } = closing({ [kind]: [{ open: 3, until: null }] });
    expect(refusal).toMatchObject({ code: 'CYCLE_HAS_OPEN_WORK', facts: { year: 2026, open: 3 } });
  });

  it.each(WORK)('waits for the time that units have left among the %s, and no longer', (kind) => {
    const until = (instant: string) => closing({ [kind]: [{ open: 0, until: instant }] }).refusal?.code;
    expect(until('2026-12-20T02:00:00.001Z')).toBe('CYCLE_HAS_TIME_LEFT');
    expect(until(AFTER_YEAR)).toBeUndefined();
  });

  it.each(DUTIES)('waits for an end of each duty: %s', (duty) => {
    const duties = noWork.duties.map((it) => (it.duty === duty ? { ...it, open: 2 } : it));
    expect(closing({ duties }).refusal).toMatchObject({ code: 'DUTIES_WITHOUT_END', path: ['year'] });
  });

  const zero = { open: 0, until: null };
  it.each([[[]], [[zero, zero]]])('is a fault, and not done, where a count is answered with %j', (rows) => {
    expect(() => closing({ plans: rows })).toThrow(LogFault);
    expect(() => closing({ duties: rows })).toThrow(LogFault);
  });

  it('asks about the cycle, by its last day’s roster and the policy’s readings', () => {
    const { state } = givenCampaign(pasts.frozen);
    const asked = Object.values(campaignLifecycle.commands.CloseCycle.reads).map((it) =>
      it.kind === 'ask' ? [it.question.name, it.params(state, CloseCycle)] : undefined,
    );
    const cycle = { campaign: 'campaign-1', year: 2026 };
    const asOf = '2026-12-14';
    expect(asked).toEqual([
      ...['plan', 'registration', 'evaluation', 'commendation', 'replication'].map((it) => [`${it}.openInYear`, cycle]),
      [
        'overview.dutiesWithoutEnd',
        { ...cycle, asOf, plan: 'COUNTING_INTEGRATED', registration: 'COUNTING_PRACTICES' },
      ],
      ['overview.targetFigures', { ...cycle, asOf }],
    ]);
  });
});
