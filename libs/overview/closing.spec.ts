import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { contentHash, type DomainEvent } from '#kernel';
import { campaignFold, type CampaignEvent, type DutyName } from '#lifecycles/campaign';
import { readTargets } from './targets/read-targets.js';
import { readUnitsWithout } from './targets/read-units-without.js';
import {
  CAMPAIGN,
  evaluationEvents,
  exempted,
  enrolled,
  HOME_AFFAIRS,
  openCity,
  planEvents,
  registrationEvents,
  unit,
} from './spec-support/city.js';
import { DOCUMENT, openHouse, type House } from './spec-support/house.js';

const WARD = 'an-cuu';
const AFTER_YEAR = '2026-12-20T02:00:00.000Z';
const paper = { ...DOCUMENT, signedOn: '2026-12-20' };
const returned = (dueAt: string): DomainEvent => ({ type: 'PlanReturned', data: { dueAt } });

/** The same plan of another campaign. */
const elsewhere = (events: readonly DomainEvent[]): readonly DomainEvent[] =>
  events.map((event, index) => (index === 0 ? { ...event, data: { ...event.data, campaign: 'campaign-2' } } : event));

describe('A year, over the real views,', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
    await openCity(house, WARD);
    await house.appoint('leader', ['SNV_LEADER', HOME_AFFAIRS]);
    for (const each of [HOME_AFFAIRS, WARD]) {
      await house.tell(`plan-of-${each}`, ...planEvents(each));
      await house.tell(`registration-of-${each}`, ...registrationEvents(each, `model-of-${each}`));
      await house.tell(`evaluation-of-${each}`, ...evaluationEvents(each, `of-${each}`, ['member']));
    }
    house.clock.moveTo(AFTER_YEAR);
  });
  afterEach(() => house.end());

  const send = (type: string, more: object = {}) => {
    const command = { type, id: CAMPAIGN, year: 2026, ...more };
    return house.send('leader', 'campaign', command, { reason: 'Hết năm', document: paper });
  };
  const closing = async () => {
    await send('FreezeCycle');
    return send('CloseCycle');
  };
  const missed = (duty: DutyName, ...units: readonly string[]) => send('DeclareMissed', { duty, units });
  const without = async (duty: DutyName) =>
    readUnitsWithout(house.reader, duty, { year: 2026 }, await house.viewer('leader')).map((it) => it.unit.id);

  it('closes where every duty is done and nothing is under way', () =>
    expect(closing()).resolves.toMatchObject({ accepted: true }));

  const prepared: DomainEvent = {
    type: 'DossierPrepared',
    data: { campaign: CAMPAIGN, unit: WARD, year: 2026, items: [] },
  };
  const proposed: DomainEvent = {
    type: 'ReplicationProposed',
    data: { campaign: CAMPAIGN, model: 'm', unit: WARD, year: 2026, restricted: false, dueAt: AFTER_YEAR },
  };
  const reopened: DomainEvent = { type: 'EvaluationReopened', data: { conflicted: [] } };
  const suspected: DomainEvent = { type: 'DuplicateSuspected', data: { other: 'x', ground: 'OTHER' } };
  it.each<[string, string, readonly DomainEvent[]]>([
    ['a plan that was sent', 'plan-2', planEvents('ward-2').slice(0, 3)],
    ['a plan that was received', 'plan-2', planEvents('ward-2').slice(0, 4)],
    ['a registration that was sent', 'registration-2', registrationEvents('ward-2', 'm').slice(0, 2)],
    ['a registration whose duplicate is not resolved', `registration-of-${WARD}`, [suspected]],
    ['an evaluation that was reopened', `evaluation-of-${WARD}`, [reopened]],
    ['an award that is under way', 'commendation-1', [prepared, { type: 'DossierSubmitted', data: {} }]],
    ['a replication that was proposed', 'replication-1', [proposed]],
  ])('does not close over %s', async (_what, stream, events) => {
    await house.tell(stream, ...events);
    await expect(closing()).rejects.toThrow('CYCLE_HAS_OPEN_WORK');
  });

  it('gives a unit its time to send again what came back, and waits no longer', async () => {
    await house.tell('plan-2', ...planEvents('ward-2').slice(0, 3), returned('2026-12-24T17:00:00.000Z'));
    await expect(closing()).rejects.toThrow('CYCLE_HAS_TIME_LEFT');
    house.clock.moveTo('2026-12-24T17:00:00.000Z');
    await expect(send('CloseCycle')).resolves.toMatchObject({ accepted: true });
  });

  it('gives a unit its time to object to a result', async () => {
    const [last] = evaluationEvents(WARD, `of-${WARD}`, []).slice(-1);
    const objectionsBefore = '2026-12-28T17:00:00.000Z';
    await house.tell(`evaluation-of-${WARD}`, { ...(last as DomainEvent), data: { ...last?.data, objectionsBefore } });
    await expect(closing()).rejects.toThrow('CYCLE_HAS_TIME_LEFT');
  });

  it('closes over drafts, what is withdrawn, and another campaign’s plans', async () => {
    await house.tell('plan-2', ...planEvents('ward-2').slice(0, 1));
    await house.tell('plan-3', ...planEvents('ward-3').slice(0, 3), { type: 'PlanWithdrawn', data: {} });
    await house.tell('plan-4', ...elsewhere(planEvents('ward-4').slice(0, 3)));
    await expect(closing()).resolves.toMatchObject({ accepted: true });
  });

  it('needs an end of each duty: declared missed by the lead office, or waived by a document', async () => {
    await unit(house, 'idle');
    await unit(house, 'exempt', enrolled(), exempted('2026-10-01'));
    await expect(closing()).rejects.toThrow('DUTIES_WITHOUT_END');
    expect(await without('PLAN')).toEqual(['idle']);
    await missed('PLAN', 'idle');
    await expect(send('CloseCycle')).rejects.toThrow('DUTIES_WITHOUT_END');
    await missed('REGISTRATION', 'idle');
    expect([await without('PLAN'), await without('REGISTRATION')]).toEqual([[], []]);
    await expect(send('CloseCycle')).resolves.toMatchObject({ accepted: true });
  });

  it('needs a result of each accepted registration, or that its evaluation is declared missed', async () => {
    await house.tell('registration-3', ...registrationEvents(WARD, 'model-3'));
    expect(await without('EVALUATION')).toEqual([WARD]);
    await expect(closing()).rejects.toThrow('DUTIES_WITHOUT_END');
    await missed('EVALUATION', WARD);
    await expect(send('CloseCycle')).resolves.toMatchObject({ accepted: true });
  });

  it('has no duty declared missed that is done, waived, unknown or still under way', async () => {
    await unit(house, 'exempt', enrolled(), exempted('2026-10-01'));
    await unit(house, 'slow');
    await house.tell('plan-slow', ...planEvents('slow').slice(0, 3));
    await send('FreezeCycle');
    for (const each of [WARD, 'exempt', 'nobody']) await expect(missed('PLAN', each)).rejects.toThrow('DUTY_NOT_OWED');
    await expect(missed('PLAN', 'slow')).rejects.toThrow('DUTY_UNDER_WAY');
  });

  const closures = async () => {
    const history = await house.host.loader.history(campaignFold, CAMPAIGN);
    return history.flatMap(({ event }) =>
      (event as CampaignEvent).type === 'CycleClosed' ? [event as Extract<CampaignEvent, { type: 'CycleClosed' }>] : [],
    );
  };

  it('is closed with the figures that were told a moment before, and has them for good', async () => {
    const before = readTargets(house.reader, { year: 2026 });
    expect(before.map((it) => [it.key, it.reading, it.numerator, it.denominator])).toEqual([
      ['T-1', 'COUNTING_INTEGRATED', 2, 2],
      ['T-1', 'STANDALONE_ONLY', 2, 2],
      ['T-2', 'COUNTING_PRACTICES', 2, 2],
      ['T-2', 'MODELS_ONLY', 2, 2],
      ['T-3', 'EXCLUDING_CANCELLED', 2, 2],
      ['T-3', 'INCLUDING_CANCELLED', 2, 2],
      ['T-4', 'SINGLE', 0, 1],
    ]);
    await closing();
    const [closure] = await closures();
    const figures = before.map(({ sentence: _sentence, ...figure }) => figure);
    expect(closure?.data).toEqual({
      year: 2026,
      figures,
      hash: contentHash({ campaign: CAMPAIGN, year: 2026, figures }),
    });

    await house.tell(`plan-of-${WARD}`, { type: 'PlanWithdrawn', data: {} });
    await house.tell(`campaign-${CAMPAIGN}`, { type: 'CampaignAmended', data: { charter: { targets: [] } } });
    await unit(house, 'later');
    const after = readTargets(house.reader, { year: 2026 });
    expect(after.map(({ closure: _closure, ...figure }) => figure)).toEqual(before);
    expect(after[0]?.closure).toMatchObject({ hash: closure?.data.hash });
  });

  it('tells the same figures on whichever day it is closed: its last day’s roster counts', async () => {
    await unit(house, 'new', enrolled(true, '2026-12-15'));
    await closing();
    expect(readTargets(house.reader, { year: 2026 })[0]).toMatchObject({ numerator: 2, denominator: 2 });
  });
});
