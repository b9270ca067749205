import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '#kernel';
import { modelModule } from '../model/module.js';
import { registrationModule } from './module.js';
import { acceptedForModel, openRegistrations, similarRegistrations } from './questions/index.js';
import { openHouse, type House } from './spec-support/house.js';
import { accepted, cancelled, drafted, origin, received, returned, submitted } from './spec-support/scene.js';

/** The same story of another registration: its first event says something else. */
const about = (events: readonly DomainEvent[], change: object): readonly DomainEvent[] =>
  events.map((event, index) => (index === 0 ? { ...event, data: { ...event.data, ...change } } : event));

const authorities = { audiences: ['AUTHORITIES', 'EVERYONE'] } as const;
const everyone = { audiences: ['EVERYONE'] } as const;

describe('The views of models and registrations', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse([modelModule.view, registrationModule.view]);
  });
  afterEach(() => house.end());

  it('know the accepted registrations of a model', async () => {
    await house.tell('registration-a', ...accepted);
    await house.tell('registration-b', ...about(received, { year: 2027 }));
    await house.tell('registration-c', ...about(accepted, { model: 'model-2' }));
    await expect(house.views.ask(acceptedForModel, { model: 'model-1' })).resolves.toMatchObject({
      rows: [{ registration: 'a', year: 2026 }],
    });
  });

  it('count what is unfinished in a cycle: what has been sent and not decided', async () => {
    for (const [index, events] of [drafted, submitted, received, returned, accepted, cancelled].entries())
      await house.tell(`registration-${index}`, ...events);
    await house.tell('registration-next', ...about(submitted, { year: 2027 }));
    await expect(house.views.ask(openRegistrations, { year: 2026, campaign: 'campaign-1' })).resolves.toMatchObject({
      rows: [{ open: 2, until: expect.any(String) }],
    });
  });

  it('find the unit’s other registrations of the same template in the same place and cycle', async () => {
    await house.tell('registration-own', ...submitted);
    await house.tell('registration-same', ...about(accepted, { model: 'model-2' }));
    await house.tell('registration-draft', ...about(drafted, { model: 'model-3' }));
    await house.tell('registration-place', ...about(accepted, { model: 'model-4', subUnit: 'Tổ dân phố 9' }));
    await house.tell('registration-unit', ...about(accepted, { model: 'model-5', unit: 'unit-2' }));
    await house.tell('registration-year', ...about(accepted, { model: 'model-6', year: 2027 }));
    const params = { model: 'model-1', unit: 'unit-1', year: 2026, template: 'NKH', subUnit: 'Tổ dân phố 3' };
    await expect(house.views.ask(similarRegistrations, params)).resolves.toMatchObject({
      rows: [{ registration: 'same', model: 'model-2' }],
    });
    await expect(house.views.ask(similarRegistrations, { ...params, template: null })).resolves.toMatchObject({
      rows: [],
    });
  });

  it('show a draft to its unit, what was sent to those who handle it, what was accepted to everyone', async () => {
    await house.tell('registration-accepted', ...accepted);
    await house.tell('registration-drafted', ...drafted);
    await house.tell('registration-sent', ...submitted);
    expect(house.seenBy('registration', { units: ['unit-1'] })).toEqual(['accepted', 'drafted', 'sent']);
    expect(house.seenBy('registration', authorities)).toEqual(['accepted', 'sent']);
    expect(house.seenBy('registration', everyone)).toEqual(['accepted']);
    expect(house.seenBy('registration', { units: ['unit-2'] })).toEqual([]);
  });

  it('hide what is restricted from those who are not cleared, until the model is', async () => {
    const born = { ...origin, restricted: true };
    await house.tell(
      'model-1',
      { type: 'ModelProposed', data: born },
      { type: 'ModelImplementationStarted', data: {} },
    );
    expect(house.seenBy('model', everyone)).toEqual([]);
    expect(house.seenBy('model', { ...everyone, seesRestricted: true })).toEqual(['1']);
    expect(house.seenBy('model', { units: ['unit-1'] })).toEqual(['1']);
    await house.tell('model-1', { type: 'ModelClearedForPublication', data: {} });
    expect(house.seenBy('model', everyone)).toEqual(['1']);
  });
});
