import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fromGlobalId } from '#graphql';
import { lifecycleModules } from '#lifecycles';
import { HOME_AFFAIRS, openCity, planEvents } from '../spec-support/city.js';
import { openHouse, type House } from '../spec-support/house.js';
import type { ChangeFeed, InboxChange } from './change-feed.js';
import { Listeners } from './listeners.js';

const accessType = lifecycleModules.find((it) => it.lifecycle.name === 'access')?.type.typeName;

describe('The feed of changes', () => {
  let house: House;
  let feeds: ChangeFeed[];
  let listeners: Listeners;
  beforeEach(async () => {
    house = await openHouse();
    feeds = [];
    listeners = new Listeners(house.reader);
    await openCity(house, 'a', 'b');
    await house.appoint('clerk', ['UNIT_CLERK', 'a']);
    await house.appoint('officer', ['SNV_OFFICER', HOME_AFFAIRS]);
  });
  afterEach(async () => {
    for (const feed of feeds) await feed.return();
    await house.end();
  });

  const listen = (subject: string): ChangeFeed => {
    const feed = listeners.listen(subject, () => house.viewer(subject));
    feeds.push(feed);
    return feed;
  };
  const ownAccess = { type: accessType, id: 'officer' };
  const told = ({ value }: IteratorResult<InboxChange, undefined>) => value?.id && fromGlobalId(value.id);

  it('tells which dossier has changed and up to where it can be read, and nothing of its content', async () => {
    const next = listen('clerk').next();
    const position = await house.tell('plan-1', ...planEvents('a').slice(0, 1));
    const { value } = await next;
    expect(Object.keys(value ?? {}).sort()).toEqual(['id', 'lifecycle', 'position']);
    expect(value).toMatchObject({ position, lifecycle: 'plan' });
    expect(told(await next)).toEqual({ type: 'Plan', id: '1' });
  });

  it('passes over what the listener may not read', async () => {
    const next = listen('officer').next();
    await house.tell('plan-draft', ...planEvents('a').slice(0, 1));
    await house.tell('plan-sent', ...planEvents('b').slice(0, 3));
    expect(told(await next)).toEqual({ type: 'Plan', id: 'sent' });
  });

  it('asks at every change who the listener is: an ended role hears nothing more, a new one hears', async () => {
    const feed = listen('officer');
    await house.tell('plan-1', ...planEvents('a').slice(0, 3));
    expect(told(await feed.next())).toEqual({ type: 'Plan', id: '1' });
    await house.tell('access-officer', { type: 'RoleEnded', data: { grant: 'officer-0', at: house.clock.now() } });
    expect(told(await feed.next())).toEqual(ownAccess);
    const next = feed.next();
    await house.tell('plan-2', ...planEvents('b').slice(0, 3));
    await house.tell('access-officer', {
      type: 'RoleGranted',
      data: { grant: 'g-2', role: 'UNIT_CLERK', unit: 'b', from: house.clock.now() },
    });
    expect(told(await next)).toEqual(ownAccess);
    await house.tell('plan-2', ...planEvents('b').slice(3, 4));
    expect(told(await feed.next())).toEqual({ type: 'Plan', id: '2' });
  });

  it('tells a slow listener once of what has changed several times', async () => {
    const feed = listen('clerk');
    for (const event of planEvents('a')) await house.tell('plan-1', event);
    await house.tell('plan-2', ...planEvents('a', 'STANDALONE', 2027));
    expect([told(await feed.next()), told(await feed.next())]).toEqual([
      { type: 'Plan', id: '1' },
      { type: 'Plan', id: '2' },
    ]);
  });

  it('tells a listener who has missed too much to read everything again', async () => {
    const feed = listen('clerk');
    for (let index = 0; index <= 200; index += 1)
      await house.tell(`plan-${index}`, ...planEvents('a', 'STANDALONE', index).slice(0, 1));
    const { value } = await feed.next();
    expect(value).toEqual({ position: house.views.position() });
  });

  it('ends at once when the listener leaves, even while it waits', async () => {
    const feed = listen('clerk');
    const next = feed.next();
    await feed.return();
    expect(await next).toEqual({ done: true, value: undefined });
    await house.tell('plan-1', ...planEvents('a'));
    expect(await feed.next()).toEqual({ done: true, value: undefined });
  });

  it('ends with the fault when it cannot be known who listens', async () => {
    const feed = listeners.listen('clerk', () => Promise.reject(new Error('The log cannot be read')));
    feeds.push(feed);
    const next = feed.next();
    await house.tell('plan-1', ...planEvents('a'));
    await expect(next).rejects.toThrow('The log cannot be read');
    expect(await feed.next()).toEqual({ done: true, value: undefined });
  });

  it('asks once a turn who a subject is, however many listen, and tells each of them', async () => {
    let asked = 0;
    const viewer = () => {
      asked += 1;
      return house.viewer('clerk');
    };
    const heard = Array.from({ length: 20 }, () => listeners.listen('clerk', viewer));
    feeds.push(...heard);
    await house.tell('plan-1', ...planEvents('a').slice(0, 1));
    expect(await Promise.all(heard.map(async (feed) => told(await feed.next())))).toEqual(
      heard.map(() => ({ type: 'Plan', id: '1' })),
    );
    expect(asked).toBe(1);
  });

  it('tells once of a dossier that is seen no longer, and then no more', async () => {
    const feed = listen('officer');
    await house.tell('plan-1', ...planEvents('a').slice(0, 3));
    expect(told(await feed.next())).toEqual({ type: 'Plan', id: '1' });
    await house.tell('plan-1', { type: 'PlanWithdrawn', data: {} });
    expect(house.views.get('plan', '1', await house.viewer('officer'))).toBeUndefined();
    expect(told(await feed.next())).toEqual({ type: 'Plan', id: '1' });
    await house.tell('plan-1', { type: 'PlanRevised', data: planEvents('a')[0]?.data ?? {} });
    await house.tell('plan-2', ...planEvents('b').slice(0, 3));
    expect(told(await feed.next())).toEqual({ type: 'Plan', id: '2' });
  });

  it('keeps nothing for a listener who may know of it no more when it could be told', async () => {
    const feed = listen('officer');
    await house.tell('plan-1', ...planEvents('a').slice(0, 3));
    await house.tell('access-officer', { type: 'RoleEnded', data: { grant: 'officer-0', at: house.clock.now() } });
    expect(told(await feed.next())).toEqual(ownAccess);
  });
});
