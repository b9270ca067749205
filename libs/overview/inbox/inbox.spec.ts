import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '#kernel';
import { planId } from '#lifecycles/plan';
import { InvalidCursor } from '#views';
import {
  CAMPAIGN,
  campaignEvents,
  draftPlan,
  enrolled,
  evaluationEvents,
  exempted,
  HOME_AFFAIRS,
  OFFICE,
  openCity,
  planEvents,
  PLANS_BEFORE,
  registrationEvents,
  REGISTRATIONS_BEFORE,
  unit,
} from '../spec-support/city.js';
import { DOCUMENT, openHouse, type House } from '../spec-support/house.js';
import { countInbox, readInbox } from './read-inbox.js';

describe('The inbox', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
    await openCity(house, 'an-cuu', 'kim-long');
    await house.appoint('clerk', ['UNIT_CLERK', 'an-cuu']);
    await house.appoint('head', ['UNIT_HEAD', 'an-cuu']);
    await house.appoint('officer', ['SNV_OFFICER', HOME_AFFAIRS]);
    await house.appoint('leader', ['SNV_LEADER', HOME_AFFAIRS]);
    await house.appoint('office', ['VPUB', OFFICE]);
  });
  afterEach(() => house.end());

  /** What waits for a subject: command, unit and deadline. */
  const inboxOf = async (subject: string) =>
    readInbox(house.reader, await house.viewer(subject), 100).edges.map(
      ({ node }) => `${node.command} ${node.unit} ${node.dueAt}`,
    );
  const commandsFor = async (subject: string) =>
    (await inboxOf(subject)).map((line) => line.split(' ').slice(0, 2).join(' '));

  it('shows an obligated unit what it owes and has not begun, the oldest deadline first', async () => {
    expect(await inboxOf('clerk')).toEqual([
      `DraftPlan an-cuu ${PLANS_BEFORE}`,
      `RegisterModel an-cuu ${REGISTRATIONS_BEFORE}`,
    ]);
    const [first] = readInbox(house.reader, await house.viewer('clerk'), 1).edges;
    expect(first?.node).toMatchObject({
      lifecycle: 'plan',
      row: undefined,
      since: undefined,
      year: 2026,
      overdue: false,
    });
  });

  it('follows a plan from desk to desk as the table has it', async () => {
    const { id } = await house.send('clerk', 'plan', draftPlan('an-cuu'));
    expect(await commandsFor('clerk')).toEqual(['RevisePlan an-cuu', 'RegisterModel an-cuu']);
    expect(await commandsFor('head')).toEqual(['IssuePlan an-cuu', 'RevisePlan an-cuu', 'RegisterModel an-cuu']);
    expect(await commandsFor('officer')).toEqual([]);
    await house.send('head', 'plan', { type: 'IssuePlan', id }, { document: DOCUMENT });
    expect(await commandsFor('clerk')).toEqual(['SubmitPlan an-cuu', 'RegisterModel an-cuu']);
    await house.send('head', 'plan', { type: 'SubmitPlan', id });
    expect(await commandsFor('clerk')).toEqual(['RegisterModel an-cuu']);
    expect(await commandsFor('officer')).toEqual(['ReceivePlan an-cuu']);
    await house.send('officer', 'plan', { type: 'ReceivePlan', id });
    expect(await commandsFor('officer')).toEqual([]);
    expect(await commandsFor('leader')).toEqual(['AcceptPlan an-cuu']);
    await house.send('leader', 'plan', { type: 'AcceptPlan', id });
    expect(await commandsFor('leader')).toEqual([]);
  });

  it('sends Home Affairs’ own dossier to the office that stands in, and nobody else’s', async () => {
    await house.tell(`plan-${planId(CAMPAIGN, HOME_AFFAIRS, 2026)}`, ...planEvents(HOME_AFFAIRS).slice(0, 3));
    await house.tell(`plan-${planId(CAMPAIGN, 'an-cuu', 2026)}`, ...planEvents('an-cuu').slice(0, 3));
    expect(await commandsFor('officer')).toEqual(['ReceivePlan an-cuu']);
    expect(await commandsFor('office')).toEqual([`ReceivePlan ${HOME_AFFAIRS}`]);
  });

  it('keeps a unit’s dossier from whoever belongs to the unit by any other role', async () => {
    await house.appoint('second', ['SNV_OFFICER', HOME_AFFAIRS], ['AUDITOR', 'an-cuu']);
    await house.tell(`plan-${planId(CAMPAIGN, 'an-cuu', 2026)}`, ...planEvents('an-cuu').slice(0, 3));
    await house.tell(`plan-${planId(CAMPAIGN, 'kim-long', 2026)}`, ...planEvents('kim-long').slice(0, 3));
    expect(await commandsFor('officer')).toEqual(['ReceivePlan an-cuu', 'ReceivePlan kim-long']);
    expect(await commandsFor('second')).toEqual(['ReceivePlan kim-long']);
  });

  it('moves with the cycle’s deadline until a plan has been sent', async () => {
    const before = '2026-09-29T17:00:00.000Z';
    await house.tell(`plan-${planId(CAMPAIGN, 'an-cuu', 2026)}`, ...planEvents('an-cuu').slice(0, 1));
    expect(await inboxOf('clerk')).toContain(`RevisePlan an-cuu ${PLANS_BEFORE}`);
    await house.tell(`campaign-${CAMPAIGN}`, {
      type: 'DeadlineExtended',
      data: { year: 2026, window: 'plansBefore', before },
    });
    expect(await inboxOf('clerk')).toContain(`RevisePlan an-cuu ${before}`);
    await house.tell(`plan-${planId(CAMPAIGN, 'an-cuu', 2026)}`, ...planEvents('an-cuu').slice(1, 3));
    expect(await inboxOf('officer')).toEqual(['ReceivePlan an-cuu 2026-07-10T17:00:00.000Z']);
  });

  it('shows a step once, whatever number of grants leads to it', async () => {
    await house.appoint('both', ['SNV_OFFICER', OFFICE], ['VPUB', OFFICE]);
    await house.tell(`plan-${planId(CAMPAIGN, HOME_AFFAIRS, 2026)}`, ...planEvents(HOME_AFFAIRS).slice(0, 3));
    expect(await commandsFor('both')).toEqual([`ReceivePlan ${HOME_AFFAIRS}`]);
    expect(countInbox(house.reader, await house.viewer('both'))).toEqual({ number: 1, isExact: true });
  });

  it('shows what is visible only: a panel’s scoring to its members, and not to other panelists', async () => {
    await house.appoint('member', ['PANELIST', OFFICE]);
    await house.appoint('other', ['PANELIST', OFFICE]);
    await house.tell('evaluation-1', ...evaluationEvents('an-cuu', 'registration-1', ['member']).slice(0, 4));
    expect(await commandsFor('member')).toEqual(['SubmitScore an-cuu']);
    expect(await commandsFor('other')).toEqual([]);
  });

  it('no longer asks a panel member who has scored', async () => {
    await house.appoint('member', ['PANELIST', OFFICE]);
    await house.appoint('slow', ['PANELIST', OFFICE]);
    await house.tell('evaluation-1', ...evaluationEvents('an-cuu', 'registration-1', ['member', 'slow']).slice(0, 4), {
      type: 'ScoreSubmitted',
      data: { subject: 'member', round: 1, rubric: 'rubric-1', points: {} },
    });
    expect(await commandsFor('member')).toEqual([]);
    expect(await commandsFor('slow')).toEqual(['SubmitScore an-cuu']);
  });

  it('asks the head of an invited unit for an answer, and nobody else', async () => {
    const invited = 'kim-long';
    await house.appoint('invited-head', ['UNIT_HEAD', invited]);
    const dueAt = '2026-10-01T17:00:00.000Z';
    await house.tell(
      'replication-1',
      {
        type: 'ReplicationProposed',
        data: { campaign: CAMPAIGN, model: 'm', unit: 'an-cuu', year: 2026, restricted: false, dueAt },
      },
      {
        type: 'ReplicationDecided',
        data: { scope: 'SELECTED', mandatory: false, units: [invited], year: 2026, restricted: false },
      },
      { type: 'ReplicationGuidePublished', data: { guide: 'Hướng dẫn' } },
      { type: 'UnitInvited', data: { unit: invited, dueAt } },
    );
    expect(await inboxOf('invited-head')).toContain(`AcceptAdoption an-cuu ${dueAt}`);
    expect(await commandsFor('head')).not.toContain('AcceptAdoption an-cuu');
    await house.tell('replication-1', { type: 'AdoptionAccepted', data: { unit: invited } });
    expect(await commandsFor('invited-head')).toContain('StartAdoption an-cuu');
    expect(await commandsFor('invited-head')).not.toContain('AcceptAdoption an-cuu');
  });

  it('brings a campaign to those competent over any unit', async () => {
    await house.appoint('decider', ['UBND_DECIDER', OFFICE]);
    await house.tell('campaign-next', ...campaignEvents().slice(0, 2));
    expect(await commandsFor('decider')).toEqual(['IssueCampaign undefined']);
    expect(await commandsFor('officer')).toEqual([]);
  });

  it('follows the grants in force: an ended role waits for nothing, a delegation only for what it names', async () => {
    await house.tell(`plan-${planId(CAMPAIGN, 'an-cuu', 2026)}`, ...planEvents('an-cuu').slice(0, 1));
    await house.appoint('deputy');
    const delegation = {
      delegation: 'd-1',
      delegator: 'head',
      role: 'UNIT_HEAD',
      unit: 'an-cuu',
      from: '2026-06-01T00:00:00.000Z',
      to: '2026-08-01T00:00:00.000Z',
      capacity: 'TUQ',
    };
    await house.tell('access-deputy', {
      type: 'DelegationGranted',
      data: { ...delegation, commands: ['plan.IssuePlan'] },
    });
    expect(await commandsFor('deputy')).toEqual(['IssuePlan an-cuu']);
    await house.tell('access-head', { type: 'RoleEnded', data: { grant: 'head-0', at: house.clock.now() } });
    expect(await commandsFor('deputy')).toEqual([]);
    expect(await commandsFor('head')).toEqual([]);
  });

  it('asks nothing of a unit that is not obligated today, or no longer operates', async () => {
    await unit(house, 'exempt', enrolled(), exempted('2026-06-30', '2026-07-02'));
    await house.appoint('exempt-clerk', ['UNIT_CLERK', 'exempt']);
    expect(await commandsFor('exempt-clerk')).toEqual([]);
    house.clock.moveTo('2026-07-01T17:00:00.000Z');
    expect(await commandsFor('exempt-clerk')).toEqual(['DraftPlan exempt', 'RegisterModel exempt']);
    await house.tell('unit-exempt', { type: 'UnitMerged', data: { into: 'an-cuu', from: '2026-07-02' } });
    expect(await commandsFor('exempt-clerk')).toEqual([]);
  });

  it('asks again for what came to nothing', async () => {
    const turnedDown: DomainEvent = { type: 'RegistrationRejected', data: { at: '2026-07-05T02:00:00.000Z' } };
    await house.tell('registration-1', ...registrationEvents('an-cuu', 'model-1').slice(0, 3));
    expect(await commandsFor('clerk')).toEqual(['DraftPlan an-cuu']);
    await house.tell('registration-1', turnedDown);
    expect(await commandsFor('clerk')).toEqual(['DraftPlan an-cuu', 'RegisterModel an-cuu']);
  });

  it('asks for nothing new once the cycle is frozen, and again when it is thawed', async () => {
    await house.tell(`campaign-${CAMPAIGN}`, { type: 'CycleFrozen', data: { year: 2026 } });
    expect(await commandsFor('clerk')).toEqual([]);
    await house.tell(`campaign-${CAMPAIGN}`, { type: 'CycleThawed', data: { year: 2026 } });
    expect(await commandsFor('clerk')).toEqual(['DraftPlan an-cuu', 'RegisterModel an-cuu']);
  });

  it('says what is overdue: from the exclusive deadline on', async () => {
    const overdue = async () => readInbox(house.reader, await house.viewer('clerk'), 1).edges[0]?.node.overdue;
    house.clock.moveTo('2026-07-30T16:59:59.999Z');
    expect(await overdue()).toBe(false);
    house.clock.moveTo(PLANS_BEFORE);
    expect(await overdue()).toBe(true);
  });

  it('is read page by page without gap or repeat, in one order, what has no deadline last', async () => {
    for (let index = 0; index < 7; index += 1) {
      const events = planEvents('kim-long', 'STANDALONE', 2030 + index).slice(0, 3);
      const dueAt = `2026-07-${10 + (index % 3)}T17:00:00.000Z`;
      await house.tell(`plan-${index}`, ...events.slice(0, 2), { type: 'PlanSubmitted', data: { late: false, dueAt } });
    }
    await house.tell('plan-open', ...planEvents('kim-long', 'STANDALONE', 2040).slice(0, 2), {
      type: 'PlanSubmitted',
      data: { late: false },
    });
    const viewer = await house.viewer('officer');
    const whole = readInbox(house.reader, viewer, 100).edges.map(({ node }) => node);
    expect(whole).toHaveLength(8);
    expect(whole.map((it) => it.dueAt ?? '~')).toEqual(whole.map((it) => it.dueAt ?? '~').sort());
    expect(whole.at(-1)).toMatchObject({ dueAt: undefined, overdue: false });
    const paged: string[] = [];
    let after: string | undefined;
    for (let more = true; more;) {
      const page = readInbox(house.reader, viewer, 3, after);
      expect(page.pageInfo.hasPreviousPage).toBe(after !== undefined);
      paged.push(...page.edges.map(({ node }) => node.key));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(paged).toEqual(whole.map((it) => it.key));
    expect(countInbox(house.reader, viewer)).toEqual({ number: 8, isExact: true });
  });

  it('takes no cursor but its own', async () => {
    const viewer = await house.viewer('officer');
    const forged = Buffer.from('["2026"]').toString('base64url');
    for (const cursor of ['', 'nonsense', forged])
      expect(() => readInbox(house.reader, viewer, 1, cursor)).toThrow(InvalidCursor);
  });

  it('is empty for somebody without a grant', async () => {
    const viewer = await house.viewer('stranger');
    expect(readInbox(house.reader, viewer, 10)).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false },
    });
    expect(countInbox(house.reader, viewer)).toEqual({ number: 0, isExact: true });
  });
});
