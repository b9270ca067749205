import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '#kernel';
import {
  CAMPAIGN,
  evaluationEvents,
  HOME_AFFAIRS,
  openCity,
  planEvents,
  registrationEvents,
} from './spec-support/city.js';
import { openHouse, type House } from './spec-support/house.js';

/** The same plan of another campaign. */
const elsewhere = (events: readonly DomainEvent[]): readonly DomainEvent[] =>
  events.map((event, index) => (index === 0 ? { ...event, data: { ...event.data, campaign: 'campaign-2' } } : event));

describe('A cycle, over the real views,', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
    await openCity(house, 'an-cuu');
    await house.appoint('leader', ['SNV_LEADER', HOME_AFFAIRS]);
  });
  afterEach(() => house.end());

  const command = { type: 'CloseCycle', id: CAMPAIGN, year: 2026 };
  const closing = () => house.send('leader', 'campaign', command);

  it.each([
    ['issued and not sent', planEvents('an-cuu').slice(0, 2)],
    ['sent', planEvents('an-cuu').slice(0, 3)],
    ['received', planEvents('an-cuu').slice(0, 4)],
    [
      'returned',
      [...planEvents('an-cuu').slice(0, 4), { type: 'PlanReturned', data: { dueAt: '2026-07-20T17:00:00.000Z' } }],
    ],
  ])('does not close over a plan that is %s', async (_, events) => {
    await house.tell('plan-1', ...events);
    await expect(closing()).rejects.toThrow('CYCLE_HAS_OPEN_WORK');
  });

  it('does not close before every accepted registration has been evaluated', async () => {
    await house.tell('registration-1', ...registrationEvents('an-cuu', 'model-1'));
    await expect(closing()).rejects.toThrow('CYCLE_HAS_OPEN_WORK');
    await house.tell('evaluation-1', ...evaluationEvents('an-cuu', '1', ['member']));
    await expect(closing()).resolves.toMatchObject({ accepted: true });
  });

  it('closes over plans that are drafts, accepted, withdrawn or another campaign’s', async () => {
    await house.tell('plan-1', ...planEvents('an-cuu').slice(0, 1));
    await house.tell('plan-2', ...planEvents('an-cuu'));
    await house.tell('plan-3', ...planEvents('an-cuu').slice(0, 3), { type: 'PlanWithdrawn', data: {} });
    await house.tell('plan-4', ...elsewhere(planEvents('an-cuu').slice(0, 3)));
    await expect(closing()).resolves.toMatchObject({ accepted: true });
  });
});
