import { describe, expect, it } from '@jest/globals';
import { contentHash } from '#kernel';
import type { CampaignEvent } from './events.js';
import { campaignLifecycle } from './lifecycle.js';
import { storedPolicy } from './policy/lift.js';
import {
  charter,
  closed,
  closedIn,
  commands,
  givenCampaign,
  opened,
  paper,
  pasts,
  policy,
  policyAdopted,
  rubric,
  rubricAdopted,
  template,
} from './spec-support/examples.js';

describe('every command of a campaign', () => {
  it.each<[keyof typeof commands, readonly CampaignEvent[], readonly CampaignEvent[], string]>([
    ['DraftCampaign', pasts.none, [{ type: 'CampaignDrafted', data: charter }], 'drafted'],
    ['AdoptPolicy', pasts.drafted, [policyAdopted(policy)], 'drafted'],
    ['AdoptRubric', pasts.running, [rubricAdopted(rubric(50, 50))], 'running'],
    ['PublishModelTemplate', pasts.issued, [{ type: 'ModelTemplatePublished', data: template }], 'issued'],
    ['IssueCampaign', pasts.ruled, [{ type: 'CampaignIssued', data: {} }], 'issued'],
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
    ['BeginClosing', pasts.lastYear, [{ type: 'CampaignClosingBegun', data: {} }], 'closing'],
    ['StopClosing', pasts.closing, [{ type: 'CampaignClosingStopped', data: {} }], 'running'],
    ['CloseCampaign', [...pasts.closing, closedIn(2030)], [{ type: 'CampaignClosed', data: {} }], 'closed'],
    ['ArchiveCampaign', pasts.closed, [{ type: 'CampaignArchived', data: {} }], 'archived'],
  ])('%s is carried out', (type, past, events, status) => {
    const document = { ...paper, signedOn: '2026-09-01' };
    expect(givenCampaign(past).when(commands[type], { document })).toMatchObject({
      events,
      refusal: undefined,
      status,
    });
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
    const code = past.length === 0 ? 'NOT_FOUND' : 'TRANSITION_NOT_ALLOWED';
    expect(givenCampaign(past).when(command)).toMatchObject({ events: [], refusal: { code } });
  });
});

describe('the campaign’s document', () => {
  it('is the one that it was issued by', () => {
    const { state } = givenCampaign([
      ...pasts.ruled,
      { event: { type: 'CampaignIssued', data: {} }, meta: { document: paper } },
    ]);
    expect(state).toMatchObject({ status: 'issued', document: paper });
  });

  it('is pending where the issue brought none, until it is identified', () => {
    expect(givenCampaign(pasts.issued).state).not.toHaveProperty('document');
    const identified = { type: 'CampaignDocumentIdentified', data: { document: paper } } as const;
    expect(givenCampaign([...pasts.issued, identified]).state).toMatchObject({ document: paper });
  });
});

describe('papers', () => {
  const rubricOf = (signedOn: string) =>
    given('AdoptPolicy', '2026-08-20').when(commands.AdoptRubric, { document: { ...paper, signedOn } });
  const given = (commandType: string, signedOn: string) =>
    givenCampaign([
      ...pasts.drafted,
      { event: policyAdopted(policy), meta: { commandType, document: { ...paper, signedOn } } },
    ]);

  it('that settle different things may be signed in any order', () =>
    expect(rubricOf('2026-08-10').refusal).toBeUndefined());

  it('that settle the same again may not', () =>
    expect(
      given('AdoptPolicy', '2026-08-20').when(commands.AdoptPolicy, { document: { ...paper, signedOn: '2026-08-10' } })
        .refusal?.code,
    ).toBe('SIGNED_BEFORE_LAST_STEP'));
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
      { type: 'PolicyVersionAdopted', data: { hash: 'new', policy: storedPolicy(policy) } },
    ]);
    expect(state).toMatchObject({
      policy: 'new',
      policies: { new: storedPolicy(policy), [contentHash(storedPolicy(policy))]: storedPolicy(policy) },
    });
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
