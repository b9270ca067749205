import { afterEach, describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseStream, START, StoreFault, type EventStore, type Subscriber } from '#kernel';
import { openMemoryStore } from '#stores';
import { fencedRestrictedStore } from '#stores/testing';
import { SimulatedClock } from '#runtime';
import { fileCheckpoint, ProcessesFault } from './checkpoint.js';
import type { Process, Wanted } from './process.js';
import { CAMPAIGN, campaignEvents, teller, type Tell } from './spec-support/city.js';
import { instead, toldOf, until } from './spec-support/log.js';
import { openReplica, type Replica } from './spec-support/replica.js';

const DUE = '2026-06-30T17:00:00.000Z';
const REGISTERED = { type: 'UnitRegistered', data: { key: 'k', kind: 'WARD', aliases: [], predecessors: [] } };

const noticeOf = (dossier: string): Wanted['command'] => ({
  type: 'NoteOverdue',
  ...{ lifecycle: 'unit', dossier, campaign: CAMPAIGN, dueAt: DUE, since: DUE },
  ...{ steps: [], units: [], subjects: [], restricted: false },
});

/** Gives a notice of every unit that something happens to; of the unit `unknown` it sends what cannot be. */
const noticing: Process = {
  name: 'noticing',
  touches: ({ stream }) => (parseStream(stream).name === 'unit' ? [stream] : []),
  look: async (subject) => {
    const { id } = parseStream(subject);
    const command = id === 'unknown' ? { type: 'SettleNotice', id } : noticeOf(id);
    return { wanted: [{ lifecycle: 'notice', command, because: DUE }] };
  },
};

const opened: Replica[] = [];
afterEach(async () => {
  for (const replica of opened.splice(0)) await replica.end();
});

interface Place {
  readonly store: EventStore;
  readonly clock: SimulatedClock;
  readonly tell: Tell;
  readonly replica: Replica;
}

async function place(store: EventStore = openMemoryStore()): Promise<Place> {
  const clock = new SimulatedClock('2026-07-01T02:00:00.000Z');
  const tell = teller(store, clock);
  await tell(`campaign-${CAMPAIGN}`, ...campaignEvents);
  const replica = await openReplica(store, clock);
  opened.push(replica);
  return { store, clock, tell, replica };
}

const noticesIn = async (store: EventStore): Promise<number> => (await toldOf(store, 'notice')).length;

/** Breaks the first so many subscriptions off before they deliver anything. */
function breaking(store: EventStore, times: number): EventStore {
  let left = times;
  const subscribe = (from: string, subscriber: Subscriber) => {
    if (left-- <= 0) return store.subscribe(from, subscriber);
    queueMicrotask(() => subscriber.onError?.(new StoreFault(`broken ${left}`)));
    return { stop: () => Promise.resolve() };
  };
  return instead(store, { subscribe });
}

describe.each([
  ['memory', openMemoryStore],
  ['restricted', fencedRestrictedStore],
])('a process over the %s store', (_name, open) => {
  it('reacts to everything that happens, once, whatever comes again', async () => {
    const { store, tell, replica } = await place(open());
    const runner = await replica.runner(noticing);
    runner.start();
    for (const id of ['a', 'b', 'c', 'd', 'e']) await tell(`unit-${id}`, REGISTERED);
    await until(async () => (await noticesIn(store)) === 5);
    await tell('unit-a', { type: 'UnitNamed', data: { name: 'A' } });
    const head = await store.head();
    await until(() => runner.status().position >= head);
    await runner.stop();
    expect(await noticesIn(store)).toBe(5);
  });

  it('goes on from where it stood, and looks again when its checkpoint is lost: nothing is said twice', async () => {
    const { store, tell, replica } = await place(open());
    await tell('unit-a', REGISTERED);
    await (await replica.runner(noticing)).catchUp();
    expect(replica.sent).toHaveLength(1);
    await (await replica.runner(noticing)).catchUp();
    expect(replica.sent).toHaveLength(1);
    const elsewhere = await openReplica(store, new SimulatedClock('2026-07-02T02:00:00.000Z'));
    opened.push(elsewhere);
    await (await elsewhere.runner(noticing)).catchUp();
    expect([elsewhere.sent.length, await noticesIn(store)]).toEqual([1, 1]);
  });
});

describe('a refused command', () => {
  it('is said once, with where and why, keeps nothing from the others, and is not sent again by itself', async () => {
    const { store, tell, replica } = await place();
    await tell('unit-unknown', REGISTERED);
    await tell('unit-b', REGISTERED);
    const runner = await replica.runner(noticing);
    await runner.catchUp();
    await runner.catchUp();
    const refusedOnce = replica.sent.filter(({ outcome }) => 'refused' in outcome);
    expect([await noticesIn(store), refusedOnce.length]).toEqual([1, 1]);
    await tell('unit-unknown', { type: 'UnitNamed', data: { name: 'A' } });
    await runner.catchUp();
    expect(replica.said).toEqual(['The process noticing: notice.SettleNotice for unit-unknown was refused: NOT_FOUND']);
    expect(runner.status().refused).toMatchObject([
      { subject: 'unit-unknown', command: 'notice.SettleNotice', code: 'NOT_FOUND' },
    ]);
    const again = await replica.runner(noticing);
    expect(again.status().refused).toHaveLength(1);
  });
});

describe('a process that breaks off', () => {
  it('is taken up again after pauses that grow, and leaves nothing out', async () => {
    const { store, tell, replica } = await place();
    await tell('unit-a', REGISTERED);
    const runner = await replica.runner(noticing, breaking(store, 3));
    runner.start();
    const pauses: number[] = [];
    for (const broken of [2, 1, 0]) {
      await until(() => runner.status().failure?.error === `broken ${broken}` && replica.timers.pauses.length > 0);
      pauses.push(...replica.timers.pauses);
      replica.timers.pass(replica.timers.pauses[0] ?? 0);
    }
    await until(async () => (await noticesIn(store)) === 1 && runner.status().failure === undefined);
    await runner.stop();
    expect(pauses).toEqual([100, 200, 400]);
    expect(replica.said).toHaveLength(3);
    expect(replica.said[0]).toMatch(/^The process noticing: broke off after position .*: broken 2$/);
  });

  it('stays where it is while something of ours fails, says so once, and goes on from there', async () => {
    const { store, tell, replica } = await place();
    await tell('unit-a', REGISTERED);
    await tell('unit-b', REGISTERED);
    let broken = true;
    const failing: Process = {
      ...noticing,
      look: async (subject, now) => {
        if (broken && subject === 'unit-b') throw new Error('unit-b cannot be read');
        return noticing.look(subject, now);
      },
    };
    const runner = await replica.runner(failing);
    await expect(runner.catchUp()).rejects.toThrow('unit-b cannot be read');
    runner.start();
    for (let round = 0; round < 3; round += 1) {
      await until(() => runner.status().failure !== undefined && replica.timers.pauses.length === 1);
      replica.timers.pass(60_000);
    }
    expect(runner.status()).toMatchObject({ position: START, failure: { error: 'unit-b cannot be read' } });
    broken = false;
    await until(() => {
      replica.timers.pass(60_000);
      return runner.status().failure === undefined;
    });
    await runner.stop();
    expect(replica.said).toHaveLength(1);
    expect(await noticesIn(store)).toBe(2);
  });

  it('does nothing more once it is stopped', async () => {
    const { store, tell, replica } = await place();
    const runner = await replica.runner(noticing);
    runner.start();
    await runner.stop();
    await tell('unit-a', REGISTERED);
    replica.timers.pass(600_000);
    expect([replica.timers.pauses, await noticesIn(store)]).toEqual([[], 0]);
  });
});

describe('a checkpoint', () => {
  const keptAs = (replica: Replica): string => readFileSync(join(replica.folder, 'noticing.json'), 'utf8');

  it('carries the log’s id; one of another log is refused and left as it is', async () => {
    const { tell, replica } = await place();
    await tell('unit-a', REGISTERED);
    await (await replica.runner(noticing)).catchUp();
    const kept = keptAs(replica);
    const other = fileCheckpoint({ folder: replica.folder, logId: 'another', log: () => undefined }, 'noticing');
    await expect(other.load()).rejects.toThrow(ProcessesFault);
    expect(keptAs(replica)).toBe(kept);
  });

  it.each(['', '{"layout":1', 'null', '{"layout":7,"logId":"x","standing":{}}'])(
    'that cannot be read counts as lost: %j',
    async (text) => {
      const { store, tell, replica } = await place();
      await tell('unit-a', REGISTERED);
      writeFileSync(join(replica.folder, 'noticing.json'), text);
      await (await replica.runner(noticing)).catchUp();
      expect(replica.said).toEqual([expect.stringMatching(/noticing\.json cannot be read.*looks at everything again/)]);
      expect(await noticesIn(store)).toBe(1);
    },
  );

  it('that has come further than the log counts as lost', async () => {
    const { store, tell, replica } = await place();
    await tell('unit-a', REGISTERED);
    await replica.checkpoint('noticing').save({ position: `${await store.head()}9`, places: {}, refused: [] });
    await (await replica.runner(noticing)).catchUp();
    expect(await noticesIn(store)).toBe(1);
  });
});
