import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openMemoryStore } from '#stores';
import { derivedId, personal, type Accepted, type EventStore, type Outcome } from './index.js';
import { codeOf } from './spec-support/example.js';
import { DRAFT, House, NAME } from './spec-support/house.js';

const ID = derivedId('the command');
const accepted = (outcome: Outcome): Omit<Accepted, 'repeated'> => {
  if (!('accepted' in outcome)) throw new Error(outcome.code);
  const { repeated: _, ...rest } = outcome;
  return rest;
};

describe('a command that was carried out', () => {
  it('gives its first result again, for ever: after a restart and when the state has moved on', async () => {
    const house = new House();
    const first = await house.request('clerk', DRAFT, { commandId: ID });
    expect(first).toMatchObject({ accepted: true, revision: 1, repeated: false });
    await house.request('head', { type: 'SendRequest', id: accepted(first).id });
    house.restart();
    house.now = '2027-06-01T00:00:00.000Z';
    const again = await house.request('clerk', DRAFT, { commandId: ID });
    expect(again).toEqual({ ...first, repeated: true });
    expect(await house.store.readAll('', 100)).toHaveLength(3);
  });

  it('gives it even to one who could not send it any more', async () => {
    const house = new House();
    const first = await house.request('clerk', DRAFT, { commandId: ID });
    house.grants.delete('clerk');
    expect(await house.request('clerk', DRAFT, { commandId: ID })).toEqual({ ...first, repeated: true });
  });

  it.each([
    ['another payload', (house: House) => house.request('clerk', { ...DRAFT, note: 'khác' }, { commandId: ID })],
    [
      'another person’s name',
      (house: House) => house.request('clerk', { ...DRAFT, applicant: personal('p1', `${NAME} `) }, { commandId: ID }),
    ],
    ['another sender', (house: House) => house.request('head', DRAFT, { commandId: ID })],
    ['another reason', (house: House) => house.request('clerk', DRAFT, { commandId: ID, reason: 'x' })],
    [
      'another date',
      (house: House) => house.request('clerk', DRAFT, { commandId: ID, occurredAt: '2026-08-01T00:00:00.000Z' }),
    ],
    [
      'another lifecycle',
      (house: House) => house.send('keeper', 'desk', { type: 'OpenDesk', id: 'd1' }, { commandId: ID }),
    ],
    [
      'another stream',
      (house: House) => house.request('clerk', { type: 'AmendRequest', id: 'other', note: 'x' }, { commandId: ID }),
    ],
  ])('under the same id with %s is COMMAND_ID_REUSED and writes nothing', async (_, send) => {
    const house = new House();
    await house.done(house.request('clerk', DRAFT, { commandId: ID }));
    const outcome = await send(house);
    expect(outcome).toMatchObject({ code: 'COMMAND_ID_REUSED', path: ['commandId'], facts: { commandId: ID } });
    expect(await house.store.readAll('', 100)).toHaveLength(2);
  });

  it('does not stand in the way when it was refused: it may be sent again', async () => {
    const house = new House();
    expect(codeOf(await house.request('nobody', DRAFT, { commandId: ID }))).toBe('NOT_COMPETENT');
    house.grants.set('nobody', house.grants.get('clerk') ?? []);
    expect(codeOf(await house.request('nobody', DRAFT, { commandId: ID }))).toBe('OK');
  });

  it('has event ids that follow from it', async () => {
    const outcome = await new House().request('clerk', DRAFT, { commandId: ID });
    expect(accepted(outcome).eventIds).toEqual([derivedId(ID, 0), derivedId(ID, 1)]);
  });
});

describe('fifty at once under one id', () => {
  it('have one effect and one result', async () => {
    const house = new House();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => house.request('clerk', DRAFT, { commandId: ID })),
    );
    expect(new Set(outcomes.map((it) => JSON.stringify(accepted(it)))).size).toBe(1);
    expect(outcomes.filter((it) => 'accepted' in it && !it.repeated)).toHaveLength(1);
    expect(await house.store.readAll('', 100)).toHaveLength(2);
  });

  it('on different streams have one effect; the others are COMMAND_ID_REUSED', async () => {
    const house = new House();
    const desks = Array.from({ length: 50 }, (_, i) =>
      house.send('keeper', 'desk', { type: 'OpenDesk', id: `d${i}` }, { commandId: ID }),
    );
    const codes = (await Promise.all(desks)).map(codeOf);
    expect(codes.filter((it) => it === 'OK')).toHaveLength(1);
    expect(codes.filter((it) => it === 'COMMAND_ID_REUSED')).toHaveLength(49);
    expect(await house.store.readAll('', 100)).toHaveLength(1);
  });
});

/** The store's own reads and appends, in an order that the scheduler chooses. */
function interleaved(store: EventStore, scheduler: fc.Scheduler): EventStore {
  const wait = (): Promise<unknown> => scheduler.schedule(Promise.resolve());
  return Object.assign(Object.create(store) as EventStore, {
    readStream: async (...args: Parameters<EventStore['readStream']>) => (await wait(), store.readStream(...args)),
    readCommand: async (...args: Parameters<EventStore['readCommand']>) => (await wait(), store.readCommand(...args)),
    append: async (...args: Parameters<EventStore['append']>) => (await wait(), store.append(...args)),
    head: async () => (await wait(), store.head()),
  });
}

describe('the same command at once, however its steps interleave', () => {
  it('is never answered by the state that it itself left behind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const store = openMemoryStore();
        const before = new House(store);
        const id = await before.drafted();
        const house = new House(interleaved(store, scheduler));
        const sends = [1, 2, 3].map(() => house.request('head', { type: 'SendRequest', id }, { commandId: ID }));
        await scheduler.waitFor(Promise.all(sends));
        const outcomes = await Promise.all(sends);
        expect(outcomes.map(codeOf)).toEqual(['OK', 'OK', 'OK']);
        expect(await store.readStream(`request-${id}`)).toHaveLength(3);
      }),
      { numRuns: 60 },
    );
  });
});
