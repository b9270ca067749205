import { describe, expect, it } from '@jest/globals';
import type { Past } from '#testing';
import { active, pasts as units, unit } from '../unit/spec-support/examples.js';
import type { PlanCommand } from './commands.js';
import { formIsEqual } from './content-guards.js';
import type { PlanContent, PlanEvent } from './events.js';
import { planLifecycle } from './lifecycle.js';
import type { ExistingPlan } from './state.js';
import { around, commands, content, givenPlan, host, integrated, paper, pasts } from './spec-support/examples.js';

describe('what a plan says', () => {
  const writing = ['DraftPlan', 'RevisePlan', 'AmendPlan', 'ReplacePlan'] as const;
  const pastOf = {
    DraftPlan: pasts.none,
    RevisePlan: pasts.drafted,
    AmendPlan: pasts.accepted,
    ReplacePlan: pasts.accepted,
  };
  const cases = (list: readonly (readonly [string, PlanContent, string, readonly string[]])[]) =>
    writing.flatMap((type) => list.map((it) => [type, ...it] as const));

  it.each(
    cases([
      ['a host that is missing', { ...content, mode: 'INTEGRATED' }, 'HOST_DOCUMENT_MISSING', ['content', 'host']],
      ['a host for a plan of its own', { ...content, host }, 'HOST_DOCUMENT_UNEXPECTED', ['content', 'host']],
      [
        'a host that is signed later than now',
        { ...integrated, host: { ...host, document: { ...host.document, signedOn: '2026-09-02' } } },
        'DATE_IN_FUTURE',
        ['content', 'host', 'document', 'signedOn'],
      ],
      [
        'a task outside the campaign’s period',
        { ...content, tasks: [...content.tasks, { title: 'Tổng kết', due: '2031-01-01' }] },
        'DATE_OUTSIDE_CAMPAIGN',
        ['content', 'tasks', '1', 'due'],
      ],
      [
        'a field that the campaign has not',
        { ...content, fields: ['ADMIN_REFORM_DIGITAL', 'X'] },
        'FIELD_UNKNOWN',
        ['content', 'fields'],
      ],
    ]),
  )('is refused by %s for %s', (type, _, wrong, code, path) => {
    const { refusal } = givenPlan(pastOf[type]).when({ ...commands[type], content: wrong } as PlanCommand, around);
    expect([refusal?.code, refusal?.path]).toEqual([code, path]);
  });

  it.each(writing)('is refused by %s for a coordinating unit that is the own one, unknown or gone', (type) => {
    const codes = [unit('unit-1', active), unit('unit-2', units.none), unit('unit-2', units.merged)].map((other) => {
      const reads = { ...around.reads, coordination: [unit('unit-3', active), other] };
      const { refusal } = givenPlan(pastOf[type]).when(commands[type], { ...around, reads });
      return [refusal?.code, refusal?.path?.join('.')];
    });
    expect(codes).toEqual([
      ['COORDINATION_WITH_ITSELF', 'content.coordination'],
      ...[1, 2].map(() => ['UNIT_NOT_IN_OPERATION', 'content.coordination']),
    ]);
  });

  /** Next year, when a document of that year can have been signed. */
  const later = { ...around, now: '2027-02-01T02:00:00.000Z' };
  const lacking: readonly (readonly [string, PlanContent, string])[] = [
    ['fields', { ...content, fields: [] }, 'PLAN_INCOMPLETE'],
    ['coordinating units', { ...content, coordination: [] }, 'PLAN_INCOMPLETE'],
    ['one of the four programmes', { ...content, programmes: content.programmes.slice(1) }, 'PLAN_INCOMPLETE'],
    [
      'a host of this year',
      { ...integrated, host: { ...host, document: { ...host.document, signedOn: '2027-01-01' } } },
      'HOST_DOCUMENT_NOT_IN_FORCE',
    ],
  ];

  it.each(lacking)('may be drafted without %s, but is not issued so', (_, draft, code) => {
    expect(givenPlan(pasts.none).when({ ...commands.DraftPlan, content: draft }, later).refusal).toBeUndefined();
    const past: readonly PlanEvent[] = [...pasts.drafted, { type: 'PlanRevised', data: { content: draft } }];
    expect(givenPlan(past).when(commands.IssuePlan, around).refusal?.code).toBe(code);
  });

  it.each(lacking)('cannot come to stand without %s by an amendment or a replacement either', (_, draft, code) => {
    for (const type of ['AmendPlan', 'ReplacePlan'] as const)
      expect(givenPlan(pasts.accepted).when({ ...commands[type], content: draft }, later).refusal?.code).toBe(code);
  });

  it.each(['AmendPlan', 'ReplacePlan'] as const)('is held by %s against everything that could refuse it', (type) => {
    expect(givenPlan(pasts.accepted).when(commands[type], around).rules).toEqual(
      expect.arrayContaining([
        'cycleIsOpen',
        'hostFitsMode',
        'othersCoordinate',
        'fieldsAreKnown',
        'tasksFallInPeriod',
        'newContentIsComplete',
        'newHostInForce',
        'formIsEqual',
      ]),
    );
  });

  it('is refused in the words of the content only where a command brings some', () => {
    const bare = { ...content, fields: [] };
    const stored: readonly PlanEvent[] = [...pasts.drafted, { type: 'PlanRevised', data: { content: bare } }];
    expect(givenPlan(stored).when(commands.IssuePlan, around).refusal?.path).toBeUndefined();
    expect(givenPlan(pasts.accepted).when({ ...commands.AmendPlan, content: bare }, around).refusal?.path).toEqual([
      'content',
    ]);
  });

  it('says what is missing', () => {
    const bare = { ...content, fields: [], coordination: [], programmes: [] };
    const { refusal } = givenPlan([...pasts.drafted, { type: 'PlanRevised', data: { content: bare } }]).when(
      commands.IssuePlan,
      around,
    );
    expect(refusal?.message).toEqual({
      vi: 'Kế hoạch còn thiếu: lĩnh vực, đơn vị phối hợp, bốn chương trình gắn kết. Hãy bổ sung trước khi ban hành.',
      en: 'The plan lacks: fields, coordinating units, the four linked programmes. Complete it before it is issued.',
    });
  });

  it('may stand in a host document that is in force', () => {
    const past: readonly PlanEvent[] = [...pasts.drafted, { type: 'PlanRevised', data: { content: integrated } }];
    expect(givenPlan(past).when(commands.IssuePlan, { ...around, document: paper }).status).toBe('issued');
  });
});

describe('the document that changes a plan', () => {
  const byForm = (type: string): Past<PlanEvent> => ({
    event: { type: 'PlanIssued', data: {} },
    meta: { document: { ...paper, type } },
  });

  it('is known by its type once the plan is issued', () => {
    expect(givenPlan([...pasts.drafted, byForm('CTr')]).state).toMatchObject({ status: 'issued', form: 'CTr' });
  });

  const inForm = (type: 'AmendPlan' | 'ReplacePlan', form: string, issuedBy = 'KH'): string | undefined => {
    const past = [...pasts.drafted, byForm(issuedBy), ...pasts.accepted.slice(2)];
    return givenPlan(past).when(commands[type], { ...around, document: { ...paper, type: form } }).refusal?.code;
  };
  it.each(['AmendPlan', 'ReplacePlan'] as const)(
    'is for %s a plan itself, or of the form that the plan had',
    (type) => {
      expect([inForm(type, 'KH'), inForm(type, 'CTr', 'CTr'), inForm(type, 'KH', 'CTr')]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
      expect([inForm(type, 'CV'), inForm(type, 'CV', 'CTr')]).toEqual([
        'DOCUMENT_FORM_UNEQUAL',
        'DOCUMENT_FORM_UNEQUAL',
      ]);
    },
  );

  it('is recorded with what it was held against', () => {
    const { state } = givenPlan([...pasts.drafted, byForm('CTr')]);
    const found = formIsEqual.checkContent({}, state as ExistingPlan, {}, { document: paper } as never);
    expect(found).toEqual({ type: 'KH', allowed: ['KH', 'CTr'] });
  });

  it.each(['IssuePlan', 'AmendPlan', 'ReplacePlan', 'IssuePlanErratum'] as const)(
    'bears for %s the signature of whoever acts',
    (type) => {
      expect(planLifecycle.commands[type].decision).toMatchObject({ signedByActor: true });
    },
  );
});
