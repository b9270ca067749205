import { describe, expect, it } from '@jest/globals';
import { contentHash } from '#kernel';
import type { CampaignCommand } from './commands.js';
import type { CampaignEvent } from './events.js';
import { campaignLifecycle } from './lifecycle.js';
import type { DeadlineRule } from './policy.js';
import { charter, closed, givenCampaign, opened, paper, pasts, policy, rubric } from './spec-support/examples.js';

const id = 'campaign-1';
const NOW = '2026-09-01T02:00:00.000Z';
const template = {
  code: 'NKH',
  name: 'Ngày không hẹn',
  field: 'ADMIN_REFORM_DIGITAL',
  purpose: 'Trả kết quả trong ngày',
};
const noWork = { plans: [{ open: 0 }], registrations: [], evaluations: [{ open: 0 }] };

const commands: { readonly [K in CampaignCommand['type']]: Extract<CampaignCommand, { type: K }> } = {
  DraftCampaign: { type: 'DraftCampaign', ...charter },
  IssueCampaign: { type: 'IssueCampaign', id },
  IdentifyCampaignDocument: { type: 'IdentifyCampaignDocument', id, identified: paper },
  AdoptPolicy: { type: 'AdoptPolicy', id, policy },
  AdoptRubric: { type: 'AdoptRubric', id, rubric: rubric(50, 50) },
  PublishModelTemplate: { type: 'PublishModelTemplate', id, template },
  OpenCycle: { type: 'OpenCycle', id, year: 2027 },
  ExtendDeadline: { type: 'ExtendDeadline', id, year: 2026, window: 'plansBefore', before: '2026-10-15' },
  CloseCycle: { type: 'CloseCycle', id, year: 2026 },
  AmendCampaign: {
    type: 'AmendCampaign',
    id,
    charter: { targets: [{ key: 'T-1', label: { vi: 'Chỉ tiêu', en: 'Target' } }] },
  },
  SuspendCampaign: { type: 'SuspendCampaign', id },
  ResumeCampaign: { type: 'ResumeCampaign', id },
  BeginClosing: { type: 'BeginClosing', id },
  CloseCampaign: { type: 'CloseCampaign', id },
  ArchiveCampaign: { type: 'ArchiveCampaign', id },
};
const { AdoptPolicy, AdoptRubric, ExtendDeadline, OpenCycle, PublishModelTemplate } = commands;

describe('every command of a campaign', () => {
  it.each<[keyof typeof commands, readonly CampaignEvent[], readonly CampaignEvent[], string]>([
    ['DraftCampaign', pasts.none, [{ type: 'CampaignDrafted', data: charter }], 'drafted'],
    [
      'AdoptPolicy',
      pasts.drafted,
      [{ type: 'PolicyVersionAdopted', data: { hash: contentHash(policy), policy } }],
      'drafted',
    ],
    [
      'AdoptRubric',
      pasts.running,
      [{ type: 'RubricVersionAdopted', data: { hash: contentHash(rubric(50, 50)), rubric: rubric(50, 50) } }],
      'running',
    ],
    ['PublishModelTemplate', pasts.issued, [{ type: 'ModelTemplatePublished', data: template }], 'issued'],
    [
      'IssueCampaign',
      pasts.ruled,
      [{ type: 'CampaignIssued', data: { documentPending: true, issuedAt: NOW } }],
      'issued',
    ],
    [
      'IdentifyCampaignDocument',
      pasts.closing,
      [{ type: 'CampaignDocumentIdentified', data: { document: paper } }],
      'closing',
    ],
    [
      'ExtendDeadline',
      pasts.running,
      [{ type: 'DeadlineExtended', data: { year: 2026, window: 'plansBefore', before: '2026-10-14T17:00:00.000Z' } }],
      'running',
    ],
    [
      'AmendCampaign',
      pasts.running,
      [{ type: 'CampaignAmended', data: { charter: commands.AmendCampaign.charter } }],
      'running',
    ],
    ['SuspendCampaign', pasts.running, [{ type: 'CampaignSuspended', data: {} }], 'suspended'],
    ['ResumeCampaign', pasts.suspended, [{ type: 'CampaignResumed', data: {} }], 'running'],
    ['BeginClosing', pasts.running, [{ type: 'CampaignClosingBegun', data: {} }], 'closing'],
    ['CloseCampaign', [...pasts.closing, closed], [{ type: 'CampaignClosed', data: {} }], 'closed'],
    ['ArchiveCampaign', pasts.closed, [{ type: 'CampaignArchived', data: {} }], 'archived'],
  ])('%s is carried out', (type, past, events, status) => {
    expect(givenCampaign(past).when(commands[type])).toEqual({ events, refusal: undefined, status });
  });

  const wrong = Object.values(commands).flatMap((command) =>
    Object.entries(pasts).flatMap(([name, past]) => {
      const { state } = givenCampaign(past);
      return (campaignLifecycle.commands[command.type].from as readonly string[]).includes(state.status)
        ? []
        : [[command.type, name, command, past] as const];
    }),
  );
  it.each(wrong)('%s does not start from %s', (_type, _name, command, past) => {
    expect(givenCampaign(past).when(command)).toMatchObject({
      events: [],
      refusal: { code: 'TRANSITION_NOT_ALLOWED' },
    });
  });
});

describe('a refused command', () => {
  const unsound = (rule: object): CampaignCommand => ({
    ...AdoptPolicy,
    policy: { ...policy, deadlines: { ...policy.deadlines, opinion: rule as DeadlineRule } },
  });
  const without = (name: string): CampaignCommand => ({
    ...AdoptPolicy,
    policy: { ...policy, deadlines: { ...policy.deadlines, [name]: undefined } },
  });

  it.each<[string, readonly CampaignEvent[], CampaignCommand, string, readonly string[] | undefined]>([
    [
      'a period that ends before it begins',
      pasts.none,
      { ...commands.DraftCampaign, toYear: 2025 },
      'PERIOD_REVERSED',
      ['toYear'],
    ],
    [
      'a policy that lacks a deadline',
      pasts.drafted,
      without('opinion'),
      'DEADLINE_RULE_UNSOUND',
      ['policy', 'deadlines', 'opinion'],
    ],
    [
      'days that are none',
      pasts.drafted,
      unsound({ kind: 'days' }),
      'DEADLINE_RULE_UNSOUND',
      ['policy', 'deadlines', 'opinion'],
    ],
    [
      'working days that are none',
      pasts.drafted,
      unsound({ kind: 'workingDays' }),
      'DEADLINE_RULE_UNSOUND',
      ['policy', 'deadlines', 'opinion'],
    ],
    [
      'a holiday that is no date',
      pasts.drafted,
      unsound({ kind: 'workingDays', days: 5, holidays: ['2026-02-30'] }),
      'DEADLINE_RULE_UNSOUND',
      ['policy', 'deadlines', 'opinion'],
    ],
    [
      'less than no days',
      pasts.drafted,
      unsound({ kind: 'days', days: -1 }),
      'DEADLINE_RULE_UNSOUND',
      ['policy', 'deadlines', 'opinion'],
    ],
    [
      'a day that no year has',
      pasts.drafted,
      unsound({ kind: 'before', monthDay: '06-31', year: 0 }),
      'DEADLINE_RULE_UNSOUND',
      ['policy', 'deadlines', 'opinion'],
    ],
    [
      'a day without its year',
      pasts.drafted,
      unsound({ kind: 'before', monthDay: '06-15' }),
      'DEADLINE_RULE_UNSOUND',
      ['policy', 'deadlines', 'opinion'],
    ],
    [
      'a rubric of 99 points',
      pasts.drafted,
      { ...AdoptRubric, rubric: rubric(60, 39) },
      'RUBRIC_NOT_100',
      ['rubric', 'criteria'],
    ],
    [
      'a rubric of nothing',
      pasts.drafted,
      { ...AdoptRubric, rubric: rubric() },
      'RUBRIC_NOT_100',
      ['rubric', 'criteria'],
    ],
    [
      'a template of no field of the campaign',
      pasts.drafted,
      { ...PublishModelTemplate, template: { ...template, field: 'X' } },
      'FIELD_UNKNOWN',
      ['template', 'field'],
    ],
    ['issuing without policy and rubric', pasts.drafted, commands.IssueCampaign, 'POLICY_MISSING', undefined],
    ['a year before the campaign', pasts.running, { ...OpenCycle, year: 2025 }, 'YEAR_OUTSIDE_CAMPAIGN', ['year']],
    ['a year after it', pasts.running, { ...OpenCycle, year: 2031 }, 'YEAR_OUTSIDE_CAMPAIGN', ['year']],
    ['a year that is open', pasts.running, { ...OpenCycle, year: 2026 }, 'CYCLE_ALREADY_OPEN', ['year']],
    [
      'a year that was closed',
      [...pasts.running, closed],
      { ...OpenCycle, year: 2026 },
      'CYCLE_ALREADY_OPEN',
      ['year'],
    ],
    [
      'another window of a year that is not open',
      pasts.running,
      { ...ExtendDeadline, year: 2027 },
      'CYCLE_NOT_OPEN',
      ['year'],
    ],
    ['another window of a closed year', [...pasts.running, closed], ExtendDeadline, 'CYCLE_NOT_OPEN', ['year']],
    [
      'the same deadline again',
      pasts.running,
      { ...ExtendDeadline, before: '2026-10-01' },
      'DEADLINE_NOT_EXTENDED',
      ['before'],
    ],
    [
      'an earlier deadline',
      pasts.running,
      { ...ExtendDeadline, before: '2026-09-30' },
      'DEADLINE_NOT_EXTENDED',
      ['before'],
    ],
    [
      'closing a year that is not open',
      pasts.running,
      { ...commands.CloseCycle, year: 2027 },
      'CYCLE_NOT_OPEN',
      ['year'],
    ],
    [
      'a second number for the document',
      [...pasts.issued, { type: 'CampaignDocumentIdentified', data: { document: paper } }],
      commands.IdentifyCampaignDocument,
      'DOCUMENT_ALREADY_IDENTIFIED',
      undefined,
    ],
    ['the end while a cycle is open', pasts.closing, commands.CloseCampaign, 'CYCLES_STILL_OPEN', undefined],
  ])('is %s', (_, past, command, code, path) => {
    const { events, refusal } = givenCampaign(past).when(command, { reads: noWork });
    expect([events, refusal?.code, refusal?.path]).toEqual([[], code, path]);
  });
});

describe('the campaign’s document', () => {
  it('is known from the start where the issue brings it', () => {
    const { events } = givenCampaign(pasts.ruled).when(commands.IssueCampaign, { document: paper });
    expect(events).toEqual([
      { type: 'CampaignIssued', data: { documentPending: false, issuedAt: NOW } },
      { type: 'CampaignDocumentIdentified', data: { document: paper } },
    ]);
  });
});

describe('a cycle', () => {
  it('that is the first gives thirty whole days for plans and registrations, the day of the opening not counted', () => {
    const { events } = givenCampaign(pasts.issued).when(
      { ...OpenCycle, year: 2026 },
      { now: '2026-07-01T16:59:59.999Z' },
    );
    expect(events).toEqual([
      {
        type: 'CycleOpened',
        data: {
          year: 2026,
          rubric: contentHash(rubric(60, 40)),
          plansBefore: '2026-07-31T17:00:00.000Z',
          registrationsBefore: '2026-07-31T17:00:00.000Z',
          midYearReportBefore: '2026-06-14T17:00:00.000Z',
          annualReportBefore: '2026-12-14T17:00:00.000Z',
        },
      },
    ]);
  });

  it('that is the first counts them from the issue of the campaign, not from its own opening', () => {
    const past: readonly CampaignEvent[] = [
      ...pasts.ruled,
      { type: 'CampaignIssued', data: { documentPending: true, issuedAt: '2026-06-20T02:00:00.000Z' } },
    ];
    const { events } = givenCampaign(past).when({ ...OpenCycle, year: 2026 }, { now: '2026-07-01T02:00:00.000Z' });
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
      { type: 'RubricVersionAdopted', data: { hash: 'new', rubric: rubric(100) } },
    ]);
    expect(state).toMatchObject({
      rubric: 'new',
      cycles: [{ rubric: contentHash(rubric(60, 40)) }],
      rubrics: { new: rubric(100) },
    });
  });

  it('closes with a digest of the figures it was closed on', () => {
    const { events, status } = givenCampaign(pasts.running).when(commands.CloseCycle, { reads: noWork });
    expect([events, status]).toEqual([
      [{ type: 'CycleClosed', data: { year: 2026, snapshotHash: contentHash(noWork) } }],
      'running',
    ]);
  });

  it('does not close on unfinished dossiers, whatever their kind', () => {
    const { refusal } = givenCampaign(pasts.closing).when(commands.CloseCycle, {
      reads: { plans: [{ open: 2 }], registrations: [{ open: 1 }], evaluations: [] },
    });
    expect(refusal).toMatchObject({ code: 'CYCLE_HAS_OPEN_WORK', facts: { year: 2026, open: 3 } });
  });
});

describe('what closing a cycle asks', () => {
  it('is about the plans and the evaluations of this campaign', () => {
    const { reads } = campaignLifecycle.commands.CloseCycle;
    const params = [reads['plans'], reads['missing']].map((it) =>
      it?.kind === 'ask' ? it.params({ status: 'none' }, commands.CloseCycle) : undefined,
    );
    expect(params).toEqual([
      { campaign: id, year: 2026 },
      { campaign: id, year: 2026 },
    ]);
  });
});

describe('an amendment', () => {
  it.each([
    ['KH', undefined],
    ['QĐ', undefined],
    ['CV', 'DOCUMENT_FORM_UNEQUAL'],
    ['TB', 'DOCUMENT_FORM_UNEQUAL'],
  ])('by a document of type %s: %p', (type, code) => {
    expect(
      givenCampaign(pasts.running).when(commands.AmendCampaign, { document: { ...paper, type } }).refusal?.code,
    ).toBe(code);
  });
});

describe('a state', () => {
  it('moves a deadline of its own year only', () => {
    const next = { ...opened, data: { ...opened.data, year: 2027 } } as CampaignEvent;
    const { state } = givenCampaign([
      ...pasts.running,
      next,
      { type: 'DeadlineExtended', data: { year: 2027, window: 'plansBefore', before: 'later' } },
    ]);
    expect(state).toMatchObject({
      cycles: [
        { year: 2026, plansBefore: '2026-09-30T17:00:00.000Z' },
        { year: 2027, plansBefore: 'later' },
      ],
    });
  });

  it('keeps every policy it ever had, the last one in force', () => {
    const { state } = givenCampaign([
      ...pasts.running,
      { type: 'PolicyVersionAdopted', data: { hash: 'new', policy } },
    ]);
    expect(state).toMatchObject({ policy: 'new', policies: { new: policy, [contentHash(policy)]: policy } });
  });

  it('has one template for each code, the last published', () => {
    const publish = (name: string): CampaignEvent => ({ type: 'ModelTemplatePublished', data: { ...template, name } });
    expect(givenCampaign([...pasts.running, publish('một'), publish('hai')]).state).toMatchObject({
      templates: [{ name: 'hai' }],
    });
  });

  it('is left alone by what came before its first event', () =>
    expect(givenCampaign([closed]).state).toEqual({ status: 'none' }));
});

describe('separation of duties', () => {
  it('keeps the drafter from issuing', () =>
    expect(campaignLifecycle.commands.IssueCampaign.apartFrom).toEqual(['DraftCampaign']));
});
