import { describe, expect, it } from '@jest/globals';
import { closed, campaign, opened, pasts as campaigns } from '../campaign/spec-support/examples.js';
import { active, enrolled, pasts as units, unit } from '../unit/spec-support/examples.js';
import type { PlanCommand } from './commands.js';
import type { PlanContent, PlanEvent } from './events.js';
import { planId, planLifecycle } from './lifecycle.js';
import { around, content, givenPlan, host, integrated, paper, pasts, plansBefore } from './spec-support/examples.js';

const id = planId('campaign-1', 'unit-1', 2026);
const dueAt = '2026-09-06T17:00:00.000Z';
const revised = { ...content, title: 'Bản sửa' };
const commands: { readonly [K in PlanCommand['type']]: Extract<PlanCommand, { type: K }> } = {
  DraftPlan: { type: 'DraftPlan', campaign: 'campaign-1', unit: 'unit-1', year: 2026, content },
  RevisePlan: { type: 'RevisePlan', id, content: revised },
  IssuePlan: { type: 'IssuePlan', id },
  SubmitPlan: { type: 'SubmitPlan', id },
  ReceivePlan: { type: 'ReceivePlan', id },
  ReturnPlan: { type: 'ReturnPlan', id },
  AcceptPlan: { type: 'AcceptPlan', id },
  AmendPlan: { type: 'AmendPlan', id, content: revised },
  ReplacePlan: { type: 'ReplacePlan', id, content: revised },
  IssuePlanErratum: { type: 'IssuePlanErratum', id, correction: 'Sửa “12” thành “21”' },
  WithdrawPlan: { type: 'WithdrawPlan', id },
  DetectOverduePlan: { type: 'DetectOverduePlan', id },
};

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
    expect(givenPlan(past).when(commands[type], around)).toEqual({ events: [event], refusal: undefined, status });
  });

  const wrong = Object.values(commands).flatMap((command) =>
    Object.entries(pasts).flatMap(([name, past]) =>
      (planLifecycle.commands[command.type].from as readonly string[]).includes(name)
        ? []
        : [[command.type, name, command, past] as const],
    ),
  );
  it.each(wrong)('%s does not start from %s', (_type, _name, command, past) => {
    expect(givenPlan(past).when(command, around)).toMatchObject({
      events: [],
      refusal: { code: 'TRANSITION_NOT_ALLOWED' },
    });
  });
});

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
  it('is noted by its type when the plan is issued', () => {
    expect(
      givenPlan(pasts.drafted).when(commands.IssuePlan, { ...around, document: { ...paper, type: 'CTr' } }).events,
    ).toEqual([{ type: 'PlanIssued', data: { form: 'CTr' } }]);
  });

  const inForm = (type: 'AmendPlan' | 'ReplacePlan', form: string, issuedBy?: string): string | undefined => {
    const past: readonly PlanEvent[] = [
      ...pasts.drafted,
      { type: 'PlanIssued', data: issuedBy === undefined ? {} : { form: issuedBy } },
      ...pasts.accepted.slice(2),
    ];
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

  it.each(['IssuePlan', 'AmendPlan', 'ReplacePlan', 'IssuePlanErratum'] as const)(
    'bears for %s the signature of whoever acts',
    (type) => {
      expect(planLifecycle.commands[type].decision).toMatchObject({ signedByActor: true });
    },
  );
});

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
    const before = new Date(Date.parse(from) - 1).toISOString();
    const detect = (now: string) =>
      givenPlan(past).when(commands.DetectOverduePlan, { ...around, reads: extended, now });
    expect(detect(before).refusal?.code).toBe('PLAN_NOT_OVERDUE');
    expect(detect(from).events).toEqual([{ type: 'PlanOverdueDetected', data: { dueAt: from } }]);
  });

  it('is recorded by the system once the deadline has passed, once', () => {
    const detect = (past: readonly PlanEvent[], now: string) =>
      givenPlan(past).when(commands.DetectOverduePlan, { ...around, now });
    expect(detect(pasts.drafted, '2026-09-30T16:59:59.999Z').refusal).toMatchObject({
      code: 'PLAN_NOT_OVERDUE',
      facts: { dueAt: '2026-10-01' },
    });
    const { events, status } = detect(pasts.drafted, plansBefore);
    expect([events, status]).toEqual([[{ type: 'PlanOverdueDetected', data: { dueAt: plansBefore } }], 'drafted']);
    expect(detect([...pasts.drafted, ...events], '2026-11-01T00:00:00.000Z').refusal?.code).toBe('PLAN_OVERDUE_KNOWN');
  });

  it('does not keep a plan from being sent', () => {
    const past: readonly PlanEvent[] = [...pasts.issued, { type: 'PlanOverdueDetected', data: { dueAt: plansBefore } }];
    expect(sent('2026-12-01T00:00:00.000Z', past)).toEqual(late(true));
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

it('the cycle of the examples is the campaign’s own', () => expect(opened).toMatchObject({ data: { plansBefore } }));
