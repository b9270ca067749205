import { describe, expect, it } from '@jest/globals';
import {
  decodeWith,
  derivedId,
  NO_EVENTS,
  runningDigest,
  type Accepted,
  type EventStore,
  type Outcome,
} from './index.js';
import { codeOf, requestFold } from './spec-support/example.js';
import { countedBytes, DRAFT, House, LOG, PAPER } from './spec-support/house.js';
import { instead, STORES } from './spec-support/stores.js';

const [ID, OTHER] = [derivedId('the command'), derivedId('another command')];

/** A store on which something else happens right before the next append. */
function overtaken(store: EventStore): { readonly store: EventStore; by(other: () => Promise<Outcome>): void } {
  let next: (() => Promise<Outcome>) | undefined;
  const append: EventStore['append'] = async (...args) => {
    const other = next;
    next = undefined;
    await other?.();
    return store.append(...args);
  };
  return { store: instead(store, { append }), by: (other) => (next = other) };
}

/** Two processes over one log with one ring of keys; the second is the one that is overtaken. */
function twoProcesses(store: EventStore) {
  const one = new House(store);
  const way = overtaken(store);
  return { one, two: new House(way.store, { keys: one.keys, random: countedBytes(1_000_000) }), way };
}

describe.each(STORES)('two processes over one log, the %s store', (_name, open) => {
  it('carry one command out once, however it is spread over them', async () => {
    const { one, two, way } = twoProcesses(open());
    const id = await one.drafted();
    const send = (house: House) => house.request('head', { type: 'SendRequest', id }, { commandId: ID });
    let first: Outcome | undefined;
    way.by(async () => (first = await send(one)));
    const second = (await send(two)) as Accepted;
    expect([codeOf(first), codeOf(second)]).toEqual(['OK', 'OK']);
    expect(second).toMatchObject({ eventIds: (first as Accepted).eventIds, revision: 2 });
    expect(second.position).toBe((first as Accepted).position);
    expect(await one.store.readStream(`request-${id}`)).toHaveLength(3);
  });

  it('carry one of two commands out that share an id and say different things; the other learns it', async () => {
    const { one, two, way } = twoProcesses(open());
    const id = await one.drafted();
    const send = (house: House, note: string) =>
      house.request('clerk', { type: 'AmendRequest', id, note }, { commandId: ID });
    way.by(() => send(one, 'một'));
    expect(await send(two, 'hai')).toMatchObject({ code: 'COMMAND_ID_REUSED', path: ['commandId'] });
    expect((await two.loader.load(requestFold, id)).state).toMatchObject({ note: 'một' });
  });

  it('record as evidence what is stored, also where both wrote the same command under another salt', async () => {
    const { one, two, way } = twoProcesses(open());
    const id = await one.drafted();
    const send = (house: House) => house.request('head', { type: 'SendRequest', id }, { commandId: ID });
    way.by(() => send(one));
    await send(two);
    await two.done(two.request('officer', { type: 'GrantRequest', id }, { document: PAPER, commandId: OTHER }));
    const events = (await one.store.readStream(`request-${id}`)).map((it) => decodeWith(LOG.logId, requestFold, it));
    const digest = events.slice(0, 3).reduce((before, { leaf }) => runningDigest(before, leaf), NO_EVENTS);
    expect(events[3]?.meta.decision?.saw.streams[0]).toEqual({ stream: `request-${id}`, revision: 2, digest });
  });

  it('decide again on what the other wrote in between', async () => {
    const { one, two, way } = twoProcesses(open());
    const id = await one.drafted();
    way.by(() => one.request('head', { type: 'SendRequest', id }));
    expect(codeOf(await two.request('clerk', { type: 'AmendRequest', id, note: 'x' }, { commandId: OTHER }))).toBe(
      'TRANSITION_NOT_ALLOWED',
    );
  });

  it('record no event before one that the other recorded in the dossier', async () => {
    const { one, two } = twoProcesses(open());
    const id = await one.drafted();
    two.now = '2026-08-31T00:00:00.000Z';
    await two.done(two.request('clerk', { type: 'AmendRequest', id, note: 'x' }, { commandId: OTHER }));
    const events = (await one.store.readStream(`request-${id}`)).map((it) => decodeWith(LOG.logId, requestFold, it));
    expect(events.map(({ meta }) => meta.recordedAt)).toEqual(events.map(() => one.now));
  });
});

describe.each(STORES)('one process that decides side by side, the %s store', (_name, open) => {
  it('records in the order of its instants, also when an earlier command takes longer', async () => {
    const store = open();
    const { promise: opens, resolve: openIt } = Promise.withResolvers<void>();
    const readStream: EventStore['readStream'] = async (...args) => {
      if (args[0] === 'desk-d2') await opens;
      return store.readStream(...args);
    };
    const house = new House(instead(store, { readStream }));
    const id = await house.drafted();
    const slow = house.request('clerk', { ...DRAFT, desk: 'd2' }, { commandId: OTHER });
    await new Promise((resolve) => setImmediate(resolve));
    house.now = '2026-09-02T00:00:00.000Z';
    const quick = house.request('clerk', { type: 'AmendRequest', id, note: 'x' });
    await new Promise((resolve) => setImmediate(resolve));
    openIt();
    expect([codeOf(await slow), codeOf(await quick)]).toEqual(['OK', 'OK']);
    const recorded = (await store.readAll('', 100)).map(
      ({ metadata }) => (JSON.parse(metadata) as { recordedAt: string }).recordedAt,
    );
    expect(recorded).toEqual([...recorded].sort());
    expect(new Set(recorded).size).toBe(2);
  });
});
