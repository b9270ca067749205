import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventStore } from '#kernel';
import { ProjectionStopped } from '#projections';
import { House, heldBy, tablesOf } from './testing/house.js';
import { openTasks, taskView } from './testing/task.js';
import { opening } from './testing/task-log.js';
import { everything } from './testing/viewers.js';

const AWAY = 5_000;
const all = { viewer: everything, where: [] };

describe('A view whose event cannot be applied', () => {
  let house: House;
  let broken = true;
  const good = taskView();
  const frail = taskView({
    name: 'frail',
    onTitle: (title) => {
      if (broken && title === 'gãy') throw new Error('the column cannot be computed');
    },
  });
  beforeEach(() => {
    broken = true;
    house = new House();
  });
  afterEach(() => house.end());

  /** Both views get the same history, in which the third event is the one that breaks. */
  async function write(): Promise<string> {
    for (const name of ['task', 'frail']) {
      await house.log.append(
        'a',
        [
          { type: 'TaskOpened', data: opening() },
          { type: 'TaskScored', data: { score: 1 } },
        ],
        name,
      );
    }
    const position = await house.log.append('a', [{ type: 'TaskRenamed', data: { title: 'gãy' } }], 'frail');
    await house.log.append('b', [{ type: 'TaskOpened', data: opening() }], 'frail');
    await house.log.append('b', [{ type: 'TaskOpened', data: opening() }], 'task');
    return position;
  }

  it('stops alone and at that place, keeping what came before; the others go on', async () => {
    const views = await house.views([good, frail]);
    const position = await write();
    const head = await house.store.head();
    expect(await views.waitFor(head, AWAY)).toBe(true);
    expect(views.status()).toMatchObject([
      { name: 'task', position: head },
      {
        name: 'frail',
        position: expect.any(String),
        failure: { position, eventId: 'event-5', error: 'the column cannot be computed' },
      },
      { name: 'deadlines', position: head },
      { name: 'voided', position: head },
    ]);
    expect(views.position()).toBe(head);
    expect(Object.keys(heldBy(views))).toEqual(['a', 'b']);
    expect(house.said.join()).toContain(`The projection frail stopped at position ${position}`);
  });

  it('answers no query until it goes on, and says which view stopped, where and why', async () => {
    const views = await house.views([good, frail]);
    const position = await write();
    await views.waitFor(await house.store.head(), AWAY);
    const stopped = expect.objectContaining({
      name: 'ProjectionStopped',
      projection: 'frail',
      failure: expect.objectContaining({ position }),
    });
    const asked = (ask: () => unknown): unknown => {
      try {
        return ask();
      } catch (error) {
        return error;
      }
    };
    expect(asked(() => views.get('frail', 'a', everything))).toEqual(stopped);
    expect(asked(() => views.getMany('frail', ['a'], everything))).toEqual(stopped);
    expect(asked(() => views.count('frail', all))).toEqual(stopped);
    expect(asked(() => heldBy(views, 'frail'))).toEqual(stopped);
    expect(
      asked(() => views.query('SELECT party.id FROM task JOIN frail__party AS party ON party.id = task.id')),
    ).toEqual(stopped);
    await expect(views.ask(openTasks('frail'), { unit: 'xa-a' })).rejects.toBeInstanceOf(ProjectionStopped);
    expect(views.query('SELECT count(*) AS number FROM task')).toEqual([{ number: 2 }]);
  });

  it('goes on after a fix without a restart, while new events come in', async () => {
    const views = await house.views([good, frail]);
    await write();
    await views.waitFor(await house.store.head(), AWAY);
    await views.retry();
    expect(views.status()[1]?.failure?.eventId).toBe('event-5');
    broken = false;
    const [, last] = await Promise.all([
      views.retry(),
      house.log.append('b', [{ type: 'TaskClosed', data: { at: '2026-05-01' } }], 'frail'),
    ]);
    await views.waitFor(last, AWAY);
    expect(views.status().map(({ failure }) => failure)).toEqual([undefined, undefined]);
    const incremental = tablesOf(views, 'frail');
    await views.rebuild();
    expect(tablesOf(views, 'frail')).toEqual(incremental);
  });

  it('goes on after a fix when it is opened again, and stops again at the same place when there was none', async () => {
    const first = await house.views([good, frail]);
    await write();
    await first.waitFor(await house.store.head(), AWAY);
    await house.close(first);
    const second = await house.views([good, frail]);
    expect(second.status()[1]?.failure?.eventId).toBe('event-5');
    await house.close(second);
    broken = false;
    const third = await house.views([good, frail]);
    expect(Object.keys(heldBy(third, 'frail'))).toEqual(['a', 'b']);
  });

  it('stops within a build too, at the same place', async () => {
    await write();
    const views = await house.views([good, frail]);
    expect(views.status()[1]?.failure?.eventId).toBe('event-5');
    expect(Object.keys(heldBy(views))).toEqual(['a', 'b']);
  });

  it('stops where evolve throws, before anything is written', async () => {
    const unknown = {
      ...good,
      lifecycle: {
        ...good.lifecycle,
        evolve: () => {
          throw new Error('evolve must not throw');
        },
      },
    };
    await house.log.append('a', [{ type: 'TaskOpened', data: opening() }]);
    const views = await house.views([unknown]);
    expect(views.status()[0]?.failure).toMatchObject({ eventId: 'event-1', error: 'evolve must not throw' });
    expect(views.position()).toBe(await house.store.head());
  });

  it('stops at a gap in a stream', async () => {
    await house.log.append('a', [{ type: 'TaskOpened', data: opening() }]);
    const gapped: EventStore = {
      append: house.store.append.bind(house.store),
      readStream: house.store.readStream.bind(house.store),
      subscribe: house.store.subscribe.bind(house.store),
      head: house.store.head.bind(house.store),
      close: house.store.close.bind(house.store),
      readAll: async (from, limit) =>
        (await house.store.readAll(from, limit)).map((event) => ({ ...event, revision: 3 })),
    };
    const other = await house.views([taskView()], { store: gapped });
    expect(other.status()[0]?.failure?.error).toBe('task-a goes on at revision 3; 0 was expected');
  });
});
