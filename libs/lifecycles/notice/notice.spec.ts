import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { given, recorded, stateAfter, type Past } from '#testing';
import { policy } from '../campaign/spec-support/examples.js';
import type { NoticeCommand } from './commands.js';
import type { NoticeContent, NoticeEvent } from './events.js';
import { noticeId, noticeLifecycle } from './lifecycle.js';
import { noticeFold } from './state.js';
import { noticeView } from './view.js';

const DUE = '2026-09-14T17:00:00.000Z';
const ABOUT: NoticeContent = {
  lifecycle: 'plan',
  dossier: 'plan-1',
  campaign: 'campaign-1',
  unit: 'ward-1',
  year: 2026,
  dueAt: DUE,
  since: '2026-08-15T02:00:00.000Z',
  steps: ['SubmitPlan'],
  units: ['ward-1'],
  subjects: [],
  restricted: false,
};
const ID = noticeId('plan', 'plan-1', DUE);

const remind: NoticeCommand = { type: 'RemindOfDeadline', ...ABOUT };
const noteOverdue: NoticeCommand = { type: 'NoteOverdue', ...ABOUT };
const escalate: NoticeCommand = { type: 'EscalateOverdue', id: ID };
const settle: NoticeCommand = { type: 'SettleNotice', id: ID };

const reminded: NoticeEvent = { type: 'DeadlineReminded', data: ABOUT };
const overdue: NoticeEvent = { type: 'OverdueNoted', data: { ...ABOUT, escalateAt: '2026-09-21T17:00:00.000Z' } };
const escalated: NoticeEvent = { type: 'OverdueEscalated', data: {} };
const settled: NoticeEvent = { type: 'NoticeSettled', data: {} };

/** The policy: a week before, a week after. */
const at = (now: string) => ({ now, policy });
const when = (past: readonly Past<NoticeEvent>[], command: NoticeCommand, now: string) => {
  const { events, refusal, status } = given(noticeLifecycle, past).when(command, at(now));
  return { types: events.map(({ type }) => type), code: refusal?.code, status };
};
const changes = (type: NoticeEvent['type'], status: string) => ({ types: [type], code: undefined, status });
const nothing = (status: string) => ({ types: [], code: undefined, status });
const refused = (code: string, status = 'none') => ({ types: [], code, status });

describe('a reminder', () => {
  it.each([
    ['a week before the deadline', '2026-09-07T17:00:00.000Z', changes('DeadlineReminded', 'reminded')],
    ['at the last moment', '2026-09-14T16:59:59.999Z', changes('DeadlineReminded', 'reminded')],
    ['earlier', '2026-09-07T16:59:59.999Z', refused('NOTICE_NOT_DUE')],
    ['once the deadline has passed', DUE, refused('NOTICE_NOT_DUE')],
  ])('%s', (_when, now, result) => expect(when([], remind, now)).toEqual(result));

  it('is not given to whoever had no more time than that from the beginning', () => {
    const lately = { ...remind, since: '2026-09-08T02:00:00.000Z' };
    expect(when([], lately, '2026-09-10T02:00:00.000Z')).toEqual(refused('NOTICE_NOT_DUE'));
  });

  it('is given once for a deadline', () =>
    expect(when([reminded], remind, '2026-09-10T02:00:00.000Z')).toEqual(nothing('reminded')));

  it('is not given again after it was settled', () =>
    expect(when([reminded, settled], remind, '2026-09-10T02:00:00.000Z')).toEqual(nothing('settled')));

  it('is not given at all where the policy wants none', () => {
    const silent = { ...policy, notices: { ...policy.notices, remindDaysBefore: 0 } };
    const { refusal } = given(noticeLifecycle, []).when(remind, { now: '2026-09-10T02:00:00.000Z', policy: silent });
    expect(refusal?.code).toBe('NOTICE_NOT_DUE');
  });
});

describe('what is overdue', () => {
  it.each([
    ['when the deadline passes', [], DUE, changes('OverdueNoted', 'overdue')],
    ['after a reminder', [reminded], DUE, changes('OverdueNoted', 'overdue')],
    ['however late', [], '2031-09-14T17:00:00.000Z', changes('OverdueNoted', 'overdue')],
    ['again, when it was settled before it passed', [reminded, settled], DUE, changes('OverdueNoted', 'overdue')],
    ['not before', [reminded], '2026-09-14T16:59:59.999Z', refused('DEADLINE_NOT_PASSED', 'reminded')],
    ['once', [overdue], '2026-10-01T02:00:00.000Z', nothing('overdue')],
    ['once, also when it was settled in between', [overdue, settled], DUE, nothing('settled')],
  ] as const)('is noted %s', (_when, past, now, result) => expect(when(past, noteOverdue, now)).toEqual(result));

  it('leaves those concerned as long as the policy says from when it is found, however late that is', () => {
    const { events } = given(noticeLifecycle, []).when(noteOverdue, at('2027-03-01T02:00:00.000Z'));
    expect(events).toMatchObject([{ data: { escalateAt: '2027-03-08T02:00:00.000Z' } }]);
  });
});

describe('the authorities', () => {
  it.each([
    ['are told a week later', [overdue], '2026-09-21T17:00:00.000Z', changes('OverdueEscalated', 'escalated')],
    ['are not told before', [overdue], '2026-09-21T16:59:59.999Z', refused('NOT_LONG_OVERDUE', 'overdue')],
    ['are told once', [overdue, escalated], '2026-10-01T02:00:00.000Z', nothing('escalated')],
    ['are not told of what is done', [overdue, settled], '2026-10-01T02:00:00.000Z', nothing('settled')],
    [
      'are not told of a mere reminder',
      [reminded],
      '2026-10-01T02:00:00.000Z',
      refused('NOT_LONG_OVERDUE', 'reminded'),
    ],
  ] as const)('%s', (_when, past, now, result) => expect(when(past, escalate, now)).toEqual(result));
});

describe('what is settled', () => {
  it.each([
    ['a reminder', [reminded]],
    ['what is overdue', [overdue]],
    ['what was escalated', [overdue, escalated]],
  ] as const)('may be %s', (_what, past) =>
    expect(when(past, settle, DUE)).toEqual(changes('NoticeSettled', 'settled')),
  );

  it('is settled once', () => expect(when([overdue, settled], settle, DUE)).toEqual(nothing('settled')));
});

describe('a notice', () => {
  it('has one identity for each deadline of a dossier, whoever finds it', () => {
    expect(noticeLifecycle.identify(remind, 'a')).toBe(noticeLifecycle.identify(noteOverdue, 'b'));
    expect(noticeId('plan', 'plan-1', '2026-10-01T17:00:00.000Z')).not.toBe(ID);
  });

  it('is sent by the system and by nobody else', () => {
    const senders = Object.values(noticeLifecycle.commands).flatMap(({ by }) => by.map(({ role }) => role));
    expect(new Set(senders)).toEqual(new Set(['SYSTEM']));
  });

  it('never says the same twice, whatever is sent and when', () => {
    const commands = fc.constantFrom(remind, noteOverdue, escalate, settle);
    const instants = fc.date({ min: new Date('2026-09-01'), max: new Date('2026-10-15'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(commands, instants), { maxLength: 12 }), (steps) => {
        const sorted = steps.toSorted(([, a], [, b]) => a.getTime() - b.getTime());
        const past = sorted.reduce<readonly Past<NoticeEvent>[]>((told, [command, now]) => {
          const { events } = given(noticeLifecycle, told).when(command, at(now.toISOString()));
          return [...told, ...events];
        }, []);
        const types = past.map((each) => ('event' in each ? each.event : each).type);
        for (const once of ['DeadlineReminded', 'OverdueNoted', 'OverdueEscalated'])
          expect(types.filter((type) => type === once).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the view of notices', () => {
  const shown = (content: Partial<NoticeContent>, ...past: readonly NoticeEvent[]) => {
    const events = past.map((event) => ({ ...event, data: { ...event.data, ...content } }) as NoticeEvent);
    const state = stateAfter(noticeLifecycle, events);
    return [noticeView.audience(state), noticeView.parties(state)];
  };

  it.each([
    ['a reminder is for whom it reminds', {}, [reminded], 'PARTIES', ['ward-1']],
    ['what is overdue is for the authorities too', {}, [reminded, overdue], 'AUTHORITIES', ['ward-1']],
    ['a reminder of the authorities is for them', { units: [] }, [reminded], 'AUTHORITIES', []],
  ] as const)('%s', (_what, content, past, audience, units) =>
    expect(shown(content, ...past)).toEqual([audience, { units, subjects: [] }]),
  );

  it('keeps what concerns a restricted dossier to those who are cleared', () =>
    expect(
      noticeView.restricted?.(stateAfter(noticeLifecycle, [{ ...reminded, data: { ...ABOUT, restricted: true } }])),
    ).toBe(true));

  it('shows whom the step waited for when it was told last', () => {
    const later = { ...overdue, data: { ...overdue.data, units: ['ward-2'] } };
    expect(shown({}, reminded, later)).toEqual(['AUTHORITIES', { units: ['ward-2'], subjects: [] }]);
  });

  it('remembers when each was told', () => {
    const one = recorded('notice', { event: reminded, meta: { recordedAt: '2026-09-08T02:00:00.000Z' } });
    const two = recorded('notice', { event: overdue, meta: { recordedAt: '2026-09-15T02:00:00.000Z' } }, 1);
    expect(noticeFold.evolve(noticeFold.evolve(noticeFold.initial, one), two)).toMatchObject({
      remindedAt: '2026-09-08T02:00:00.000Z',
      overdueAt: '2026-09-15T02:00:00.000Z',
    });
  });
});
