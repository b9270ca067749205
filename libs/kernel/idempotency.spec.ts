import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { derivedId, eventIdOf, personal, type Accepted, type EventStore, type Outcome } from './index.js';
import { codeOf, type DraftRequest } from './spec-support/example.js';
import { DRAFT, House, NAME } from './spec-support/house.js';
import { instead, STORES } from './spec-support/stores.js';

const ID = derivedId('the command');
const accepted = (outcome: Outcome): Omit<Accepted, 'repeated' | 'after'> => {
  if (!('accepted' in outcome)) throw new Error(outcome.code);
  const { repeated: _, after: _after, ...rest } = outcome;
  return rest;
};

/** The store's own reads and appends, in an order that the scheduler chooses. */
function interleaved(store: EventStore, scheduler: fc.Scheduler): EventStore {
  const wait = (): Promise<unknown> => scheduler.schedule(Promise.resolve());
  return instead(store, {
    readStream: async (...args: Parameters<EventStore['readStream']>) => (await wait(), store.readStream(...args)),
    append: async (...args: Parameters<EventStore['append']>) => (await wait(), store.append(...args)),
    head: async () => (await wait(), store.head()),
  });
}

describe.each(STORES)('over the %s store', (_name, open) => {
  describe('a command that was carried out', () => {
    it('gives its first result again, for ever: after a restart and when the state has moved on', async () => {
      const house = new House(open());
      const first = await house.request('clerk', DRAFT, { commandId: ID });
      expect(first).toMatchObject({ accepted: true, revision: 1, repeated: false });
      await house.request('head', { type: 'SendRequest', id: accepted(first).id });
      house.restart();
      house.now = '2027-06-01T00:00:00.000Z';
      const again = await house.request('clerk', DRAFT, { commandId: ID });
      expect(accepted(again)).toEqual(accepted(first));
      expect(again).toMatchObject({ repeated: true, after: { state: { status: 'sent' } } });
      expect(await house.store.readAll('', 100)).toHaveLength(3);
    });

    it('gives it even to one who could not send it any more', async () => {
      const house = new House(open());
      const first = await house.request('clerk', DRAFT, { commandId: ID });
      house.grants.delete('clerk');
      const again = await house.request('clerk', DRAFT, { commandId: ID });
      expect(again).toMatchObject({ ...accepted(first), repeated: true });
    });

    it.each([
      ['another payload', (house: House) => house.request('clerk', { ...DRAFT, note: 'khác' }, { commandId: ID })],
      [
        'another person’s name',
        (house: House) =>
          house.request('clerk', { ...DRAFT, applicant: personal('p1', `${NAME} `) }, { commandId: ID }),
      ],
      ['another sender', (house: House) => house.request('head', DRAFT, { commandId: ID })],
      ['another reason', (house: House) => house.request('clerk', DRAFT, { commandId: ID, reason: 'x' })],
      [
        'another date',
        (house: House) => house.request('clerk', DRAFT, { commandId: ID, occurredAt: '2026-08-01T00:00:00.000Z' }),
      ],
    ])('under the same id with %s is COMMAND_ID_REUSED and writes nothing', async (_, send) => {
      const house = new House(open());
      await house.done(house.request('clerk', DRAFT, { commandId: ID }));
      const outcome = await send(house);
      expect(outcome).toMatchObject({ code: 'COMMAND_ID_REUSED', path: ['commandId'], facts: { commandId: ID } });
      expect(await house.store.readAll('', 100)).toHaveLength(2);
    });

    it('does not stand in the way when it was refused: it may be sent again', async () => {
      const house = new House(open());
      expect(codeOf(await house.request('nobody', DRAFT, { commandId: ID }))).toBe('NOT_COMPETENT');
      house.grants.set('nobody', house.grants.get('clerk') ?? []);
      expect(codeOf(await house.request('nobody', DRAFT, { commandId: ID }))).toBe('OK');
    });

    it('has event ids that follow from it', async () => {
      const outcome = await new House(open()).request('clerk', DRAFT, { commandId: ID });
      const { stream, eventIds } = accepted(outcome);
      expect(eventIds).toEqual([eventIdOf(stream, ID, 0), eventIdOf(stream, ID, 1)]);
    });
  });

  describe('fifty at once under one id', () => {
    it('have one effect and one result', async () => {
      const house = new House(open());
      const outcomes = await Promise.all(
        Array.from({ length: 50 }, () => house.request('clerk', DRAFT, { commandId: ID })),
      );
      expect(new Set(outcomes.map((it) => JSON.stringify(accepted(it)))).size).toBe(1);
      expect(outcomes.filter((it) => 'accepted' in it && !it.repeated)).toHaveLength(1);
      expect(await house.store.readAll('', 100)).toHaveLength(2);
    });

    it('on different streams are as many commands, under other event ids', async () => {
      const house = new House(open());
      const desks = Array.from({ length: 50 }, (_, i) =>
        house.send('keeper', 'desk', { type: 'OpenDesk', id: `d${i}` }, { commandId: ID }),
      );
      const outcomes = await Promise.all(desks);
      expect(new Set(outcomes.map(codeOf))).toEqual(new Set(['OK']));
      expect(new Set(outcomes.flatMap((it) => accepted(it).eventIds)).size).toBe(50);
    });
  });

  describe('what a command names', () => {
    const hashes = async (house: House): Promise<readonly unknown[]> =>
      (await house.store.readAll('', 100)).map(
        (it) => (JSON.parse(it.metadata) as Record<string, unknown>)['commandHash'],
      );

    it('enters no digest: another name under another id has the same one', async () => {
      const [one, other] = [new House(open()), new House(open())];
      await one.request('clerk', DRAFT, { commandId: ID });
      await other.request('clerk', { ...DRAFT, applicant: personal('p1', 'Lê Văn Bình') }, { commandId: ID });
      expect(await hashes(other)).toEqual(await hashes(one));
    });

    it('is no conflict once its key is gone: nobody can tell any more', async () => {
      const house = new House(open());
      await house.request('clerk', DRAFT, { commandId: ID });
      for (const owner of house.keys.owners) house.keys.destroy(owner);
      const again = { ...DRAFT, applicant: personal('p1', 'Lê Văn Bình') };
      expect(await house.request('clerk', again, { commandId: ID })).toMatchObject({ repeated: true });
    });
  });

  describe('what a command names and says of persons', () => {
    const two = { ...DRAFT, witness: personal('p2', 'Lê Văn Bình') };
    const repeat = async (house: House, command: DraftRequest, reason: string): Promise<string> =>
      codeOf(await house.request('clerk', command, { commandId: ID, reason }));

    it.each([
      ['the same', two, 'vì', 'OK'],
      ['another reason', two, 'do', 'COMMAND_ID_REUSED'],
      [
        'the two names the other way round',
        { ...two, applicant: personal('p1', 'Lê Văn Bình'), witness: personal('p2', NAME) },
        'vì',
        'COMMAND_ID_REUSED',
      ],
      ['a name in the reason’s place', { ...two, applicant: personal('p1', 'vì') }, NAME, 'COMMAND_ID_REUSED'],
    ])('is compared in the clear: %s', async (_, command, reason, code) => {
      const house = new House(open());
      await house.done(house.request('clerk', two, { commandId: ID, reason: 'vì' }));
      house.restart();
      expect(await repeat(house, command, reason)).toBe(code);
      expect(await house.store.readAll('', 100)).toHaveLength(2);
    });

    it('is compared as far as its keys still are', async () => {
      const house = new House(open());
      const { stream } = await house.done(house.request('clerk', two, { commandId: ID, reason: 'vì' }));
      house.keys.destroy(`text:${stream}`);
      expect(await repeat(house, two, 'do')).toBe('OK');
      expect(await repeat(house, { ...two, applicant: personal('p1', 'khác') }, 'vì')).toBe('COMMAND_ID_REUSED');
    });
  });

  describe('a command that finds it so already', () => {
    it('is carried out, writes nothing, and is decided anew when it is sent again', async () => {
      const house = new House(open());
      const id = await house.drafted();
      const amend = { type: 'AmendRequest', id, note: 'ngắn' } as const;
      const around = { commandId: ID };
      expect(await house.request('clerk', amend, around)).toMatchObject({ accepted: true, eventIds: [], revision: 1 });
      expect(await house.request('clerk', { ...amend, note: 'khác' }, around)).toMatchObject({ revision: 2 });
      expect(await house.store.readStream(`request-${id}`)).toHaveLength(3);
    });
  });

  describe('the same command at once, however its steps interleave', () => {
    it('is never answered by the state that it itself left behind', async () => {
      await fc.assert(
        fc.asyncProperty(fc.scheduler(), async (scheduler) => {
          const store = open();
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
});
