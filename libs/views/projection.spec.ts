import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { House, foldedFrom, heldBy, tablesOf } from './testing/house.js';
import { taskView, type TaskEvent } from './testing/task.js';
import { opening } from './testing/task-log.js';
import { everything } from './testing/viewers.js';

const word = fc.constantFrom('Một cửa', 'Ngày không hẹn', 'Đường hoa', 'Tổ số');
const unit = fc.constantFrom('xa-a', 'xa-b', 'phuong-c');
const anyEvent: fc.Arbitrary<TaskEvent> = fc.oneof(
  fc.record({
    type: fc.constant('TaskOpened' as const),
    data: fc.record(
      {
        title: word,
        unit,
        score: fc.option(fc.integer({ min: 0, max: 9 })),
        audience: fc.constantFrom('PARTIES' as const, 'EVERYONE' as const),
        restricted: fc.boolean(),
        dueAt: fc.constantFrom('2026-05-01T17:00:00.000Z', '2026-06-01T17:00:00.000Z'),
      },
      { requiredKeys: ['title', 'unit', 'score', 'audience', 'restricted'] },
    ),
  }),
  fc.record({ type: fc.constant('TaskRenamed' as const), data: fc.record({ title: word }) }),
  fc.record({ type: fc.constant('TaskScored' as const), data: fc.record({ score: fc.integer({ min: 0, max: 9 }) }) }),
  fc.record({ type: fc.constant('HelperJoined' as const), data: fc.record({ unit }) }),
  fc.record({ type: fc.constant('TaskClosed' as const), data: fc.constant({ at: '2026-05-01' }) }),
);
const anyHistory = fc.array(
  fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.array(anyEvent, { minLength: 1, maxLength: 3 })),
  { maxLength: 40 },
);

describe('The views', () => {
  let house: House;
  beforeEach(() => {
    house = new House();
  });
  afterEach(() => house.end());

  it('hold for every instance the state that its stream folds to, whether built, followed, resumed or rebuilt', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, fc.nat(40), async (history, cut) => {
        const own = new House();
        try {
          for (const [id, events] of history.slice(0, cut)) await own.log.append(id, events);
          const resumed = await own.views();
          await own.close(resumed);
          for (const [id, events] of history.slice(cut)) await own.log.append(id, events);
          const followed = await own.views();
          const folded = await foldedFrom(own.store);
          const incremental = tablesOf(followed);
          expect(heldBy(followed)).toEqual(folded);
          await expect(
            followed.rebuild(() => {
              throw new Error('interrupted half-way');
            }),
          )[history.length > 0 ? 'rejects' : 'resolves'][history.length > 0 ? 'toThrow' : 'toBeUndefined']();
          expect(tablesOf(followed)).toEqual(incremental);
          await followed.rebuild();
          expect(tablesOf(followed)).toEqual(incremental);
        } finally {
          await own.end();
        }
      }),
      { numRuns: 30 },
    );
  });

  it('keep beside the state what lists need: when it began and changed, its deadline, parties, parts and pinned policy', async () => {
    await house.log.append('a', [
      { type: 'TaskOpened', data: opening({ score: 3, subject: 'citizen', dueAt: '2026-09-01T17:00:00.000Z' }) },
    ]);
    await house.log.append('a', [{ type: 'HelperJoined', data: { unit: 'xa-b' } }]);
    const views = await house.views();
    const held = tablesOf(views) as { rows: unknown[]; parties: unknown[]; parts: unknown[] };
    expect(held.rows).toMatchObject([
      {
        id: 'a',
        status: 'open',
        revision: 1,
        created_at: '2026-01-01T00:00:01.000Z',
        updated_at: '2026-01-01T00:00:02.000Z',
        due_at: '2026-09-01T17:00:00.000Z',
        search: '  mot  cua  khong  giay',
        policy_version: 'policy-1',
        own_unit: 'xa-a',
        score: 3,
      },
    ]);
    expect(held.parties).toEqual([
      { id: 'a', kind: 'subject', party: 'citizen' },
      { id: 'a', kind: 'unit', party: 'xa-a' },
      { id: 'a', kind: 'unit', party: 'xa-b' },
    ]);
    expect(held.parts).toEqual([{ id: 'a', ordinal: 0, helper_unit: 'xa-b' }]);
  });

  it('pass over streams that no view is for, and come as far as the log all the same', async () => {
    const views = await house.views();
    const position = await house.log.append('x', [{ type: 'TaskOpened', data: opening() }], 'other');
    expect(await views.waitFor(position, 5_000)).toBe(true);
    expect(views.status()).toContainEqual({ name: 'task', position, eventId: 'event-1' });
    expect(views.count('task', { viewer: everything, where: [] })).toEqual({ number: 0, isExact: true });
  });

  it('tell of every commit which instances changed, and for whom', async () => {
    const views = await house.views();
    const told: unknown[] = [];
    const end = views.onChange((changes) => told.push(...changes));
    await views.waitFor(await house.log.append('a', [{ type: 'TaskOpened', data: opening({ unit: 'xa-b' }) }]), 5_000);
    end();
    await views.waitFor(await house.log.append('a', [{ type: 'TaskClosed', data: { at: '2026-05-01' } }]), 5_000);
    const exposure = { audience: 'EVERYONE', restricted: false, units: ['xa-b'], subjects: [] };
    expect(told).toEqual([{ name: 'task', id: 'a', exposure, before: undefined }]);
  });

  it('tell who could see an instance before the commit, however many events it brings', async () => {
    const views = await house.views();
    await views.waitFor(await house.log.append('a', [{ type: 'TaskOpened', data: opening({ unit: 'xa-b' }) }]), 5_000);
    const told: unknown[] = [];
    views.onChange((changes) => told.push(...changes.map(({ before, exposure }) => [before?.units, exposure.units])));
    const handedOn = ['xa-c', 'xa-d'].map((unit) => ({ type: 'TaskOpened', data: opening({ unit }) }) as const);
    await views.waitFor(await house.log.append('a', handedOn), 5_000);
    expect(told).toEqual([[['xa-b'], ['xa-d']]]);
  });

  it('wait for a position, and say so when it is not reached in time', async () => {
    const views = await house.views();
    const beyond = '9999999999999999';
    expect(await views.waitFor('', 0)).toBe(true);
    expect(await views.waitFor(beyond, 5)).toBe(false);
    const waiting = views.waitFor(beyond, 60_000);
    await house.close(views);
    expect(await waiting).toBe(false);
  });

  it('refuse two views or columns that would be one in SQL', async () => {
    await expect(house.views([taskView(), taskView()])).rejects.toThrow('named twice');
    const view = taskView();
    const clash = { ...view, columns: { dueAt: { type: 'TEXT' as const, of: () => null } } };
    await expect(house.views([clash])).rejects.toThrow('due_at is named twice');
  });
});
