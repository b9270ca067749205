import { describe, expect, it } from '@jest/globals';
import { adopted, CAMPAIGN, drafted, rostered, sentUntil, unitEvents } from '../spec-support/city.js';
import { toldOf } from '../spec-support/log.js';
import { BEGUN, caughtUp, city, later, processOn, type City } from '../spec-support/watched-city.js';

describe('the deadlines of a plan', () => {
  it('are reminded of, found overdue and escalated, each once and each in its time', async () => {
    const it = await city(undefined, 'a');
    const replica = await it.replica();
    const runner = await replica.runner(processOn(replica));
    const told: Record<string, number> = {};
    for (let day = 0; day <= 60; day += 1) {
      await caughtUp(it, runner, later(BEGUN, day));
      told[(await it.told('a')).join()] ??= day;
    }
    expect(told).toEqual({
      '': 0,
      DeadlineReminded: 23,
      'DeadlineReminded,OverdueNoted': 30,
      'DeadlineReminded,OverdueNoted,OverdueEscalated': 37,
    });
  });

  it('are forgotten once the step is taken; the next step has its own', async () => {
    const it = await city(undefined, 'a', 'b');
    const replica = await it.replica();
    const runner = await replica.runner(processOn(replica));
    await caughtUp(it, runner, '2026-07-25T02:00:00.000Z');
    await it.tell('plan-a', ...sentUntil('2026-08-20T17:00:00.000Z'));
    await caughtUp(it, runner, '2026-08-14T02:00:00.000Z');
    expect(await it.told('a')).toEqual(['DeadlineReminded', 'NoticeSettled']);
    expect(await it.told('a', '2026-08-20T17:00:00.000Z')).toEqual(['DeadlineReminded']);
    expect(await it.told('b')).toEqual(['DeadlineReminded', 'OverdueNoted']);
  });

  it('move with the window of the cycle', async () => {
    const it = await city(undefined, 'a');
    const replica = await it.replica();
    const runner = await replica.runner(processOn(replica));
    await caughtUp(it, runner, '2026-07-25T02:00:00.000Z');
    const before = '2026-08-30T17:00:00.000Z';
    await it.tell(`campaign-${CAMPAIGN}`, {
      type: 'DeadlineExtended',
      data: { year: 2026, window: 'plansBefore', before },
    });
    await caughtUp(it, runner, '2026-08-24T02:00:00.000Z');
    expect(await it.told('a')).toEqual(['DeadlineReminded', 'NoticeSettled']);
    expect(await it.told('a', before)).toEqual(['DeadlineReminded']);
  });

  it('go by the policy in force, also for what was due by another one', async () => {
    const it = await city(undefined, 'a');
    const replica = await it.replica();
    const runner = await replica.runner(processOn(replica));
    await caughtUp(it, runner, '2026-07-15T02:00:00.000Z');
    await it.tell(`campaign-${CAMPAIGN}`, adopted({ notices: { remindDaysBefore: 20, escalateDaysAfter: 1 } }));
    await caughtUp(it, runner, '2026-07-16T02:00:00.000Z');
    expect(await it.told('a')).toEqual(['DeadlineReminded']);
  });

  it('that are set when they have passed are found overdue, without a reminder', async () => {
    const it = await city();
    const replica = await it.replica();
    const runner = await replica.runner(processOn(replica));
    await caughtUp(it, runner, '2026-09-01T02:00:00.000Z');
    await it.tell('plan-late', drafted('late'));
    await caughtUp(it, runner, '2026-09-01T03:00:00.000Z');
    expect(await it.told('late')).toEqual(['OverdueNoted']);
  });

  it('wait while the campaign is suspended, and are taken up when it goes on', async () => {
    const it = await city(undefined, 'a');
    const replica = await it.replica();
    const runner = await replica.runner(processOn(replica));
    await it.tell(`campaign-${CAMPAIGN}`, { type: 'CampaignSuspended', data: {} });
    await caughtUp(it, runner, '2026-08-05T02:00:00.000Z');
    expect(await it.told('a')).toEqual([]);
    await it.tell(`campaign-${CAMPAIGN}`, { type: 'CampaignResumed', data: {} });
    await caughtUp(it, runner, '2026-08-06T02:00:00.000Z');
    expect(await it.told('a')).toEqual(['OverdueNoted']);
  });
});

describe('a step that is the system’s own', () => {
  const dueAt = '2026-07-14T17:00:00.000Z';
  const asked = [
    { type: 'DossierPrepared', data: { campaign: CAMPAIGN, unit: 'ward', year: 2026, items: [] } },
    { type: 'DossierSubmitted', data: { dueAt: '2026-07-04T17:00:00.000Z' } },
    { type: 'DossierReceived', data: { dueAt: '2026-07-29T17:00:00.000Z' } },
    { type: 'DossierAppraised', data: { findings: [], dueAt: '2026-07-15T17:00:00.000Z' } },
    { type: 'ConsultativeOpinionRequested', data: { bodies: ['police'], dueAt } },
  ];
  const typesIn = async ({ store }: City): Promise<readonly string[]> =>
    (await toldOf(store, 'commendation')).slice(asked.length).map(({ type }) => type);

  it('is taken once its time has come, by whichever service comes first; nobody was late', async () => {
    const it = await city();
    await it.tell('commendation-c', ...asked);
    const replicas = [await it.replica('one'), await it.replica('two')];
    const runners = await Promise.all(replicas.map((replica) => replica.runner(processOn(replica))));
    for (const now of ['2026-07-14T16:59:59.000Z', dueAt, '2026-07-16T02:00:00.000Z']) {
      it.clock.moveTo(now);
      await Promise.all(runners.map((runner) => runner.catchUp()));
    }
    expect(await typesIn(it)).toEqual(['OpinionDeemedGiven']);
    const told = (await toldOf(it.store, 'notice')).map(({ type, data }) => [type, data.includes(dueAt)]);
    expect(told).toEqual([
      ['DeadlineReminded', true],
      ['NoticeSettled', false],
    ]);
  });

  it('is not taken when somebody has been quicker', async () => {
    const it = await city();
    await it.tell('commendation-c', ...asked);
    const replica = await it.replica();
    const runner = await replica.runner(processOn(replica));
    await caughtUp(it, runner, '2026-07-13T02:00:00.000Z');
    const received = { body: 'police', opinion: 'AGREE', dueAt: '2026-07-20T17:00:00.000Z' };
    await it.tell('commendation-c', { type: 'ConsultativeOpinionReceived', data: received });
    await caughtUp(it, runner, '2026-07-16T02:00:00.000Z');
    expect(await typesIn(it)).toEqual(['ConsultativeOpinionReceived']);
  });
});

describe('what units owe and have not begun', () => {
  const owing = `ward_${CAMPAIGN}_2026`;

  async function obligated(): Promise<City> {
    const it = await city();
    await it.tell('unit-ward', ...unitEvents, rostered(true));
    await it.tell('unit-free', ...unitEvents, rostered(false));
    return it;
  }

  it('is reminded of, found overdue and escalated as a dossier would be, of those who owe it alone', async () => {
    const it = await obligated();
    const replica = await it.replica();
    const runner = await replica.runner(processOn(replica));
    for (const day of [0, 20, 25, 31, 45, 50]) await caughtUp(it, runner, later(BEGUN, day));
    expect(await it.told(owing)).toEqual(['DeadlineReminded', 'OverdueNoted', 'OverdueEscalated']);
    const plans = (await toldOf(it.store, 'notice')).filter(({ data }) => data.includes('"lifecycle":"plan"'));
    expect(plans.map(({ data }) => (JSON.parse(data) as { unit: string }).unit)).toEqual(['ward', 'ward']);
  });

  it('is settled once it is begun: from then on the dossier itself is due', async () => {
    const it = await obligated();
    const replica = await it.replica();
    const runner = await replica.runner(processOn(replica));
    await caughtUp(it, runner, '2026-07-25T02:00:00.000Z');
    await it.tell('plan-begun', drafted('ward'));
    await caughtUp(it, runner, '2026-08-01T02:00:00.000Z');
    expect(await it.told(owing)).toEqual(['DeadlineReminded', 'NoticeSettled']);
    expect(await it.told('begun')).toEqual(['OverdueNoted']);
  });

  it.each([
    ['the unit is released from it', 'unit-ward', rostered(false)],
    ['the cycle is frozen', `campaign-${CAMPAIGN}`, { type: 'CycleFrozen', data: { year: 2026 } }],
    [
      'the cycle is closed',
      `campaign-${CAMPAIGN}`,
      { type: 'CycleClosed', data: { year: 2026, figures: [], hash: '' } },
    ],
  ])('is settled when %s', async (_when, stream, event) => {
    const it = await obligated();
    const replica = await it.replica();
    const runner = await replica.runner(processOn(replica));
    await caughtUp(it, runner, '2026-08-01T02:00:00.000Z');
    await it.tell(stream, event);
    await caughtUp(it, runner, '2026-08-20T02:00:00.000Z');
    expect(await it.told(owing)).toEqual(['OverdueNoted', 'NoticeSettled']);
  });
});
