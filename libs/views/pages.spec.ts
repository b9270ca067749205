import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidCursor } from './faults.js';
import type { Page } from './page.js';
import { House } from './testing/house.js';
import { openTasks } from './testing/task.js';
import { opening } from './testing/task-log.js';
import { everything } from './testing/viewers.js';
import type { Views } from './views.js';

interface Item {
  readonly id: string;
  readonly score: number | null;
}

const items = fc.uniqueArray(
  fc.record({ id: fc.stringMatching(/^[a-z]{1,3}$/), score: fc.option(fc.integer({ min: 0, max: 3 })) }),
  {
    selector: (item) => item.id,
    maxLength: 25,
  },
);

const ids = (page: Page): string[] => page.edges.map(({ node }) => node.id);

/** The list as a plain sort gives it: rows without a score first, the identifier between equals. */
function sorted(list: readonly Item[], direction: 'asc' | 'desc'): string[] {
  const rising = [...list]
    .sort((a, b) => (a.score ?? -1) - (b.score ?? -1) || (a.id < b.id ? -1 : 1))
    .map((item) => item.id);
  return direction === 'asc' ? rising : rising.reverse();
}

function walk(
  views: Views,
  direction: 'asc' | 'desc',
  size: number,
  forwards: boolean,
  expected: readonly string[],
): void {
  const query = { viewer: everything, where: [], orderBy: { column: 'score', direction } };
  let cursor: string | undefined;
  for (let seen = 0; ; seen += size) {
    const page = views.list(
      'task',
      forwards ? { ...query, first: size, after: cursor } : { ...query, last: size, before: cursor },
    );
    const from = forwards ? seen : Math.max(0, expected.length - seen - size);
    const to = forwards ? Math.min(expected.length, seen + size) : expected.length - seen;
    expect(ids(page)).toEqual(expected.slice(from, to));
    expect(page.pageInfo).toMatchObject({ hasPreviousPage: from > 0, hasNextPage: to < expected.length });
    cursor = forwards ? page.pageInfo.endCursor : page.pageInfo.startCursor;
    if (forwards ? !page.pageInfo.hasNextPage : !page.pageInfo.hasPreviousPage) return;
  }
}

describe('A list', () => {
  let house: House;
  beforeEach(() => {
    house = new House();
  });
  afterEach(() => house.end());

  it('is cut into pages that agree with a plain sort, forwards and backwards', async () => {
    await fc.assert(
      fc.asyncProperty(
        items,
        fc.constantFrom('asc' as const, 'desc' as const),
        fc.integer({ min: 1, max: 6 }),
        async (list, direction, size) => {
          const own = new House();
          try {
            for (const { id, score } of list)
              await own.log.append(id, [{ type: 'TaskOpened', data: opening({ score }) }]);
            const views = await own.views();
            for (const forwards of [true, false]) walk(views, direction, size, forwards, sorted(list, direction));
          } finally {
            await own.end();
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('finds words whatever their case and diacritics', async () => {
    await house.log.append('a', [{ type: 'TaskOpened', data: opening({ title: 'Đường hoa thanh niên' }) }]);
    await house.log.append('b', [{ type: 'TaskOpened', data: opening({ title: 'Ngày không hẹn' }) }]);
    const views = await house.views();
    const found = (value: string): number =>
      views.count('task', { viewer: everything, where: [{ column: 'search', op: 'contains', value }] }).number;
    expect([found('duong HOA'), found('hẹn ngày'), found('đuờng hẹn'), found('')]).toEqual([1, 1, 0, 2]);
  });

  it('finds a part of a word from three letters on, and by one or two the words that begin so', async () => {
    await house.log.append('a', [{ type: 'TaskOpened', data: opening({ title: 'Số 12/KH-UBND: “xã, phường”' }) }]);
    const views = await house.views();
    const found = (value: string): boolean =>
      views.count('task', { viewer: everything, where: [{ column: 'search', op: 'contains', value }] }).number === 1;
    expect(['hường', 'ubnd 12/kh', 'x', 'xã', 'ph', '“xã”'].filter((value) => !found(value))).toEqual([]);
    expect(['ường xa lạ', 'ã', 'ub xy', 'h', '!?', '"', 'NEAR(a b)'].filter(found)).toEqual([]);
  });

  it('finds what is rare by the index and what is frequent on the way, the same either way', async () => {
    for (let index = 0; index < 230; index += 1) {
      const title = `Mô hình ${index % 115 === 0 ? 'lẻ loi' : 'quen thuộc'}`;
      await house.log.append(`t${index}`, [{ type: 'TaskOpened', data: opening({ title }) }]);
    }
    const views = await house.views();
    const search = (value: string): readonly [number, string[]] => {
      const filter = { viewer: everything, where: [{ column: 'search', op: 'contains', value }] as const };
      const page = views.list('task', { ...filter, orderBy: { column: 'createdAt', direction: 'desc' }, first: 2 });
      return [views.count('task', filter).number, ids(page)];
    };
    expect(search('mo hinh')).toEqual([230, ['t229', 't228']]);
    expect(search('hinh quen')).toEqual([228, ['t229', 't228']]);
    expect(search('le LOI')).toEqual([2, ['t115', 't0']]);
    expect(search('mo hinh quen loi')).toEqual([0, []]);
  });

  it('forgets the words of a title that has changed', async () => {
    await house.log.append('a', [{ type: 'TaskOpened', data: opening({ title: 'Vườn rau' }) }]);
    const views = await house.views();
    await views.waitFor(await house.log.append('a', [{ type: 'TaskRenamed', data: { title: 'Bể bơi' } }]), 5_000);
    const found = (value: string): number =>
      views.count('task', { viewer: everything, where: [{ column: 'search', op: 'contains', value }] }).number;
    expect([found('vườn'), found('bơi')]).toEqual([0, 1]);
  });

  it('is ordered by what has an index, and by nothing else', async () => {
    const views = await house.views();
    const ordered = (column: string): Page =>
      views.list('task', { viewer: everything, where: [], orderBy: { column, direction: 'asc' }, first: 1 });
    expect(() => ordered('ownUnit')).toThrow('Lists of task are not ordered by ownUnit');
  });

  it('takes conditions on declared columns, and nothing else', async () => {
    await house.log.append('a', [
      { type: 'TaskOpened', data: opening({ unit: 'xa-a', score: 1, dueAt: '2026-02-01' }) },
    ]);
    await house.log.append('b', [{ type: 'TaskOpened', data: opening({ unit: 'xa-b', score: 2 }) }]);
    const views = await house.views();
    const count = (...where: Parameters<Views['count']>[1]['where']): number =>
      views.count('task', { viewer: everything, where }).number;
    expect(count({ column: 'ownUnit', op: 'eq', value: 'xa-a' }, { column: 'status', op: 'eq', value: 'open' })).toBe(
      1,
    );
    expect(count({ column: 'ownUnit', op: 'in', value: ['xa-b', 'xa-c'] })).toBe(1);
    expect(count({ column: 'score', op: 'ne', value: 1 }, { column: 'score', op: 'gte', value: 2 })).toBe(1);
    expect(count({ column: 'dueAt', op: 'lt', value: '2026-03-01' })).toBe(1);
    expect(count({ column: 'dueAt', op: 'isNull', value: true })).toBe(1);
    expect(() => count({ column: 'state', op: 'eq', value: '' })).toThrow('The view task has no column state');
    expect(() => views.query('DELETE FROM task')).toThrow('not authorized');
  });

  it('refuses a cursor of another order or of no list at all', async () => {
    await house.log.append('a', [{ type: 'TaskOpened', data: opening() }]);
    const views = await house.views();
    const list = (column: string, after?: string): Page =>
      views.list('task', { viewer: everything, where: [], orderBy: { column, direction: 'asc' }, first: 1, after });
    expect(() => list('score', list('title').pageInfo.endCursor)).toThrow(InvalidCursor);
    expect(() => list('score', 'nonsense')).toThrow(InvalidCursor);
  });

  it('answers a named question as of the head of the log', async () => {
    const views = await house.views();
    await house.log.append('a', [{ type: 'TaskOpened', data: opening({ title: 'Tổ số' }) }]);
    expect(await views.ask(openTasks(), { unit: 'xa-a' })).toEqual({
      rows: [{ id: 'a', title: 'Tổ số' }],
      asOf: 'event-1',
    });
    await expect(views.ask(openTasks('other'), {})).rejects.toThrow('No view answers the question other.openOf');
  });
});
