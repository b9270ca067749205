import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CampaignPolicy } from '#lifecycles/campaign';
import { noticeId, type NoticeState } from '#lifecycles/notice';
import { decideDeadlines } from './decide.js';
import type { DossierFacts, Duty } from './facts.js';

const DUE = '2026-09-14T17:00:00.000Z';
const NEAR = '2026-09-10T02:00:00.000Z';
const PAST = '2026-09-20T02:00:00.000Z';
const NOTICE = noticeId('plan', 'plan-1', DUE);
const policy = { notices: { remindDaysBefore: 7, escalateDaysAfter: 7 } } as CampaignPolicy;

const duty: Duty = {
  command: 'SubmitPlan',
  dueAt: DUE,
  since: '2026-08-01T02:00:00.000Z',
  units: ['ward'],
  subjects: [],
};
const facts = (over: Partial<DossierFacts> = {}): DossierFacts => ({
  ...{ lifecycle: 'plan', id: 'plan-1', campaign: 'campaign-1', restricted: false },
  ...{ duties: [duty], timers: [], course: 'running', policy, notices: new Map() },
  ...over,
});
const told = (state: object): DossierFacts['notices'] => new Map([[NOTICE, { dueAt: DUE, ...state } as NoticeState]]);
const wantedBy = (of: DossierFacts, now: string): readonly string[] =>
  decideDeadlines(of, now).map(({ command }) => command.type);

describe('what is to be done about a dossier’s deadlines', () => {
  it.each<[string, DossierFacts, string, readonly string[]]>([
    ['nothing long before', facts(), '2026-08-15T02:00:00.000Z', []],
    ['a reminder when it is near', facts(), NEAR, ['RemindOfDeadline']],
    ['no second one', facts({ notices: told({ status: 'reminded', remindedAt: NEAR }) }), NEAR, []],
    ['the overdue mark alone when it has passed, reminded or not', facts(), PAST, ['NoteOverdue']],
    ['no second mark', facts({ notices: told({ status: 'overdue', overdueAt: PAST }) }), PAST, []],
    ['nothing while the campaign is suspended', facts({ course: 'suspended' }), PAST, []],
    ['nothing once it is over', facts({ course: 'over' }), PAST, []],
    [
      'an end to what was told, once it is over',
      facts({ course: 'over', notices: told({ status: 'overdue' }) }),
      PAST,
      ['SettleNotice'],
    ],
    [
      'an end to what was told, once nobody waits',
      facts({ duties: [], notices: told({ status: 'overdue' }) }),
      PAST,
      ['SettleNotice'],
    ],
    ['no second end', facts({ duties: [], notices: told({ status: 'settled' }) }), PAST, []],
    [
      'the system’s own step when its time has come',
      facts({ duties: [], timers: [{ command: 'DeemOpinionGiven', dueAt: DUE }] }),
      DUE,
      ['DeemOpinionGiven'],
    ],
    ['not before', facts({ duties: [], timers: [{ command: 'DeemOpinionGiven', dueAt: DUE }] }), NEAR, []],
    [
      'no overdue mark where the system ends the waiting',
      facts({ timers: [{ command: 'DeemOpinionGiven', dueAt: DUE }] }),
      PAST,
      ['DeemOpinionGiven'],
    ],
  ])('%s', (_what, of, now, types) => expect(wantedBy(of, now)).toEqual(types));

  it('is one notice for a deadline, whomever and whatever steps it binds', () => {
    const other: Duty = { ...duty, command: 'AcceptAdoption', since: '2026-07-01T02:00:00.000Z', units: ['a', 'ward'] };
    expect(decideDeadlines(facts({ duties: [duty, other], unit: 'ward', year: 2026 }), NEAR)).toMatchObject([
      {
        because: DUE,
        command: {
          ...{ dossier: 'plan-1', unit: 'ward', year: 2026, since: '2026-07-01T02:00:00.000Z' },
          ...{ steps: ['AcceptAdoption', 'SubmitPlan'], units: ['a', 'ward'] },
        },
      },
    ]);
  });

  it('never is a reminder of what has passed, nor an overdue mark before it has', () => {
    const instants = fc.date({ min: new Date('2026-08-01'), max: new Date('2031-08-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (date) => {
        const now = date.toISOString();
        const types = wantedBy(facts(), now);
        expect(types.includes('RemindOfDeadline') && now >= DUE).toBe(false);
        expect(types.includes('NoteOverdue')).toBe(now >= DUE);
      }),
    );
  });
});
