import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '#kernel';
import {
  CAMPAIGN,
  campaignEvents,
  enrolled,
  evaluationEvents,
  exempted,
  HOME_AFFAIRS,
  OFFICE,
  openCity,
  planEvents,
  PLANS_BEFORE,
  registrationEvents,
  unit,
} from '../spec-support/city.js';
import { openHouse, type House } from '../spec-support/house.js';
import { readTargets } from './read-targets.js';
import { daysLate, readUnitsWithout } from './read-units-without.js';

const at = '2026-07-05T02:00:00.000Z';
const withdrawn: DomainEvent = { type: 'PlanWithdrawn', data: {} };
const cancelled: DomainEvent = { type: 'RegistrationCancelled', data: { at } };
const abandoned: DomainEvent = { type: 'ModelAbandoned', data: { at } };
const merged: DomainEvent = { type: 'DuplicateConfirmed', data: { keep: 'kept', drop: 'dropped' } };
const rejected: DomainEvent = { type: 'RegistrationRejected', data: { at } };

describe('The targets of a year', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.end());

  /** The figures of one target by reading: numerator, denominator, met. */
  const figuresOf = (key: string, year = 2026) =>
    Object.fromEntries(
      readTargets(house.reader, { year })
        .filter((it) => it.key === key)
        .map((it) => [it.reading, [it.numerator, it.denominator, it.met]]),
    );

  it('are named by the campaign, and each reading that the plan leaves open is shown', async () => {
    await openCity(house);
    const figures = readTargets(house.reader, { year: 2026 });
    expect(figures.slice(0, 6).map((it) => [it.key, it.label.vi, it.reading, it.primary])).toEqual([
      ['T-1', 'Chỉ tiêu T-1', 'COUNTING_INTEGRATED', true],
      ['T-1', 'Chỉ tiêu T-1', 'STANDALONE_ONLY', false],
      ['T-2', 'Chỉ tiêu T-2', 'COUNTING_PRACTICES', true],
      ['T-2', 'Chỉ tiêu T-2', 'MODELS_ONLY', false],
      ['T-3', 'Chỉ tiêu T-3', 'EXCLUDING_CANCELLED', true],
      ['T-3', 'Chỉ tiêu T-3', 'INCLUDING_CANCELLED', false],
    ]);
  });

  it('are read as the campaign’s policy says', async () => {
    await house.tell(
      `campaign-${CAMPAIGN}`,
      ...campaignEvents({ integratedPlanCounts: false, practiceCounts: false, cancelledLeaveDenominator: false }),
    );
    const primary = readTargets(house.reader, { year: 2026 }).filter((it) => it.primary);
    expect(primary.slice(0, 3).map((it) => it.reading)).toEqual([
      'STANDALONE_ONLY',
      'MODELS_ONLY',
      'INCLUDING_CANCELLED',
    ]);
  });

  it('are none where no campaign covers the year, and none of a draft', async () => {
    await house.tell('campaign-draft', ...campaignEvents().slice(0, 1));
    expect(readTargets(house.reader, { year: 2026 })).toEqual([]);
    await openCity(house);
    expect(readTargets(house.reader, { year: 2025 })).toEqual([]);
    expect(readTargets(house.reader, { year: 2026, campaign: 'unknown' })).toEqual([]);
  });

  it('T-1 counts obligated units whose plan was issued and received', async () => {
    await openCity(house, 'a', 'b', 'c');
    await house.tell('plan-a', ...planEvents('a').slice(0, 4));
    await house.tell('plan-b', ...planEvents('b', 'INTEGRATED'));
    await house.tell('plan-c', ...planEvents('c').slice(0, 3));
    await house.tell('plan-office', ...planEvents(OFFICE));
    await house.tell('plan-next', ...planEvents('c', 'STANDALONE', 2027));
    expect(figuresOf('T-1')).toEqual({ COUNTING_INTEGRATED: [2, 4, false], STANDALONE_ONLY: [1, 4, false] });
    expect(readTargets(house.reader, { year: 2026 })[0]?.sentence.vi).toBe(
      '2/4 đơn vị đã ban hành kế hoạch – chưa đạt (yêu cầu 100 %)',
    );
    await house.tell('plan-c', ...planEvents('c').slice(3, 4));
    await house.tell('plan-lead', ...planEvents(HOME_AFFAIRS));
    expect(figuresOf('T-1')).toMatchObject({ COUNTING_INTEGRATED: [4, 4, true] });
    await house.tell('plan-c', withdrawn);
    expect(figuresOf('T-1')).toMatchObject({ COUNTING_INTEGRATED: [3, 4, false] });
  });

  it('T-1 takes the roster as it stands today, or stood when the year ended', async () => {
    await house.tell(`campaign-${CAMPAIGN}`, ...campaignEvents());
    await unit(house, 'a');
    await unit(house, 'later', enrolled(true, '2026-08-01'));
    await unit(house, 'next-year', enrolled(true, '2027-01-01'));
    await unit(house, 'exempt', enrolled(), exempted('2026-09-01'));
    expect(figuresOf('T-1')).toMatchObject({ COUNTING_INTEGRATED: [0, 2, false] });
    house.clock.moveTo('2026-07-31T17:00:00.000Z');
    expect(figuresOf('T-1')).toMatchObject({ COUNTING_INTEGRATED: [0, 3, false] });
    house.clock.moveTo('2027-03-01T00:00:00.000Z');
    expect(figuresOf('T-1')).toMatchObject({ COUNTING_INTEGRATED: [0, 2, false] });
  });

  it('T-2 counts units by what they sent and nobody turned down', async () => {
    const standings: readonly [string, readonly DomainEvent[]][] = [
      ['drafted', registrationEvents('drafted', 'm').slice(0, 1)],
      ['sent', registrationEvents('sent', 'm').slice(0, 2)],
      ['accepted', registrationEvents('accepted', 'm')],
      ['practice', registrationEvents('practice', 'm', 'PRACTICE')],
      ['abandoned', [...registrationEvents('abandoned', 'm'), abandoned]],
      ['rejected', [...registrationEvents('rejected', 'm').slice(0, 3), rejected]],
      ['merged', [...registrationEvents('merged', 'm'), merged]],
      ['cancelled', [...registrationEvents('cancelled', 'm'), cancelled]],
      ['last-year', registrationEvents('last-year', 'm', 'MODEL', 2025)],
    ];
    await house.tell(`campaign-${CAMPAIGN}`, ...campaignEvents());
    for (const [id, events] of standings) {
      await unit(house, id);
      await house.tell(`registration-${id}`, ...events);
    }
    expect(figuresOf('T-2')).toEqual({ COUNTING_PRACTICES: [4, 9, false], MODELS_ONLY: [3, 9, false] });
    await house.tell('registration-second', ...registrationEvents('sent', 'm-2'));
    expect(figuresOf('T-2')).toMatchObject({ COUNTING_PRACTICES: [4, 9, false] });
  });

  it('T-3 asks for more than nine tenths of the accepted registrations, evaluated as effective and kept up', async () => {
    await house.tell(`campaign-${CAMPAIGN}`, ...campaignEvents());
    for (let index = 0; index < 10; index += 1) {
      await house.tell(`registration-${index}`, ...registrationEvents('a', `m-${index}`));
      if (index > 0) await house.tell(`evaluation-${index}`, ...evaluationEvents('a', String(index), []));
    }
    expect(figuresOf('T-3')).toEqual({ EXCLUDING_CANCELLED: [9, 10, false], INCLUDING_CANCELLED: [9, 10, false] });
    expect(readTargets(house.reader, { year: 2026 }).find((it) => it.key === 'T-3')?.sentence.vi).toBe(
      '9/10 – 90,0 % – không đạt (yêu cầu > 90 %)',
    );
    await house.tell('registration-sent', ...registrationEvents('a', 'm-sent').slice(0, 3));
    await house.tell('registration-0', cancelled);
    expect(figuresOf('T-3')).toEqual({ EXCLUDING_CANCELLED: [9, 9, true], INCLUDING_CANCELLED: [9, 10, false] });
    await house.tell('registration-merged', ...registrationEvents('a', 'm-merged'), merged);
    expect(figuresOf('T-3')).toEqual({ EXCLUDING_CANCELLED: [9, 9, true], INCLUDING_CANCELLED: [9, 10, false] });
    await house.tell('registration-1', abandoned);
    expect(figuresOf('T-3')).toEqual({ EXCLUDING_CANCELLED: [8, 9, false], INCLUDING_CANCELLED: [8, 10, false] });
  });

  it('T-3 takes no other evaluation for an effective one', async () => {
    await house.tell(`campaign-${CAMPAIGN}`, ...campaignEvents());
    const results: readonly (readonly DomainEvent[])[] = [
      evaluationEvents('a', '0', [], 'NOT_EFFECTIVE'),
      evaluationEvents('a', '1', [], 'EFFECTIVE', false),
      evaluationEvents('a', '2', []).slice(0, 4),
      [...evaluationEvents('a', '3', []), { type: 'EvaluationReopened', data: { conflicted: [] } }],
    ];
    for (const [index, events] of results.entries()) {
      await house.tell(`registration-${index}`, ...registrationEvents('a', `m-${index}`));
      await house.tell(`evaluation-${index}`, ...events);
    }
    expect(figuresOf('T-3')).toMatchObject({ EXCLUDING_CANCELLED: [0, 4, false] });
  });

  it('T-4 is met by one decision: an award that stands, or a replication', async () => {
    await openCity(house, 'a');
    expect(figuresOf('T-4')).toEqual({ SINGLE: [0, 1, false] });
    const subject = { campaign: CAMPAIGN, model: 'm', unit: 'a', year: 2026, restricted: false };
    const decided: DomainEvent = {
      type: 'ReplicationDecided',
      data: { scope: 'CITY_WIDE', mandatory: false, units: [], year: 2026, restricted: false },
    };
    await house.tell('replication-1', { type: 'ReplicationProposed', data: { ...subject, dueAt: PLANS_BEFORE } });
    expect(figuresOf('T-4')).toEqual({ SINGLE: [0, 1, false] });
    await house.tell('replication-1', decided);
    expect(figuresOf('T-4')).toEqual({ SINGLE: [1, 1, true] });
    const item = {
      item: 'i',
      recipient: { kind: 'COLLECTIVE', collectiveName: 'Tổ 3' },
      form: 'CERTIFICATE_OF_MERIT',
      model: 'm',
      achievement: 'Tốt',
      fingerprint: 'f',
    };
    const prepared: DomainEvent = {
      type: 'DossierPrepared',
      data: { campaign: CAMPAIGN, unit: 'a', year: 2026, items: [item], restricted: false },
    };
    const granted: DomainEvent = {
      type: 'CommendationGranted',
      data: { year: 2026, level: 'CITY', items: [{ item: 'i', form: 'CERTIFICATE_OF_MERIT' }] },
    };
    await house.tell('commendation-1', prepared);
    expect(figuresOf('T-4')).toEqual({ SINGLE: [1, 1, true] });
    await house.tell('commendation-1', granted);
    expect(figuresOf('T-4')).toEqual({ SINGLE: [2, 1, true] });
    await house.tell('commendation-1', {
      type: 'CommendationCancelled',
      data: { item: 'i', ground: 'FALSE_DECLARATION', toRecover: false },
    });
    expect(figuresOf('T-4')).toEqual({ SINGLE: [1, 1, true] });
  });
});

describe('Who is late', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
    await openCity(house, 'a', 'b');
    await house.appoint('officer', ['SNV_OFFICER', HOME_AFFAIRS]);
    await house.tell('plan-a', ...planEvents('a').slice(0, 4));
  });
  afterEach(() => house.end());

  const lateWith = async (what: 'PLAN' | 'REGISTRATION', subject = 'officer') =>
    readUnitsWithout(house.reader, what, { year: 2026 }, await house.viewer(subject)).map((it) => [
      it.unit.id,
      it.daysLate,
    ]);

  it('is who has not done it: nobody is late before the deadline', async () => {
    expect(await lateWith('PLAN')).toEqual([
      ['b', 0],
      [HOME_AFFAIRS, 0],
    ]);
    house.clock.moveTo(PLANS_BEFORE);
    expect(await lateWith('PLAN')).toEqual([
      ['b', 1],
      [HOME_AFFAIRS, 1],
    ]);
    house.clock.moveTo('2026-08-02T10:00:00.000Z');
    expect(await lateWith('PLAN')).toEqual([
      ['b', 3],
      [HOME_AFFAIRS, 3],
    ]);
    expect(await lateWith('REGISTRATION')).toEqual([
      ['a', 0],
      ['b', 0],
      [HOME_AFFAIRS, 0],
    ]);
  });

  it('is named only to those who may see the units', async () => {
    expect(await lateWith('PLAN', 'stranger')).toEqual([]);
  });

  it('counts days from the exclusive instant: the day that begins with it is the first late one', () => {
    expect(daysLate(PLANS_BEFORE, '2026-07-30T16:59:59.999Z')).toBe(0);
    expect(daysLate(PLANS_BEFORE, '2026-07-30T17:00:00.000Z')).toBe(1);
    expect(daysLate(PLANS_BEFORE, '2026-07-31T16:59:59.999Z')).toBe(1);
    expect(daysLate(PLANS_BEFORE, '2026-07-31T17:00:00.000Z')).toBe(2);
  });
});
