import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { WindowRef } from '#kernel';
import { Database, ProjectionStopped } from '#projections';
import { DEADLINE_PAGE, deadlinesOfAll, type Deadline } from './deadlines.js';
import { House, tablesOf } from './testing/house.js';
import { keeperView, type KeeperEvent } from './testing/keeper.js';
import { taskView, type TaskEvent } from './testing/task.js';
import { opening } from './testing/task-log.js';
import { everything } from './testing/viewers.js';
import type { Views } from './views.js';

const day = (date: string): string => `${date}T17:00:00.000Z`;
const END = day('2027-01-01');
const WINDOW: WindowRef = { campaign: 'c', year: 2026, name: 'plans' };

const due = (dueAt: string): TaskEvent => ({ type: 'TaskOpened', data: opening({ dueAt }) });
const withWindow = (window = WINDOW): TaskEvent => ({ type: 'TaskOpened', data: opening({ window }) });
const set = (before: string, open = true): KeeperEvent => ({
  type: 'WindowSet',
  data: { year: 2026, name: 'plans', before, open },
});
const said = (found: readonly Deadline[]): readonly string[] =>
  found.map(({ lifecycle, id, command = '-', dueAt }) => `${lifecycle} ${id} ${command} ${dueAt.slice(0, 10)}`);

/** A step of a history: view, dossier and event. */
type Told = readonly [string, string, TaskEvent | KeeperEvent];

/** When a task is due at the end of a history. */
function lastDue(steps: readonly Told[], task: string): string | undefined {
  const event = steps.findLast(([name, id]) => name === 'task' && id === task)?.[2];
  if (event?.type !== 'TaskOpened' || !event.data.window)
    return event?.type === 'TaskOpened' ? event.data.dueAt : undefined;
  const moved = steps.findLast(([name]) => name === 'keeper')?.[2];
  return moved?.type === 'WindowSet' ? moved.data.before : undefined;
}

describe('The deadlines of all dossiers', () => {
  let house: House;
  let views: Views;
  beforeEach(async () => {
    house = new House();
    views = await house.views([taskView(), keeperView]);
  });
  afterEach(() => house.end());

  const tell = async (id: string, events: readonly (TaskEvent | KeeperEvent)[], name = 'task'): Promise<void> => {
    await views.waitFor(await house.log.append(id, events, name), 5_000);
  };
  const standing = (): readonly string[] => said(views.deadlines({ before: END, limit: 1_000 }));
  const dueOf = (id: string): string | undefined => views.get('task', id, everything)?.dueAt;

  it('stand while the state asks for the step, the earliest first', async () => {
    await tell('b', [due(day('2026-07-10'))]);
    await tell('a', [due(day('2026-08-10'))]);
    await tell('open', [{ type: 'TaskOpened', data: opening() }]);
    expect(standing()).toEqual(['task b CloseTask 2026-07-10', 'task a CloseTask 2026-08-10']);
    await tell('b', [{ type: 'TaskClosed', data: { at: '2026-07-01' } }]);
    expect(standing()).toEqual(['task a CloseTask 2026-08-10']);
    expect([dueOf('a'), dueOf('b'), dueOf('open')]).toEqual([day('2026-08-10'), undefined, undefined]);
  });

  it('say since when the dossier has waited for the same', async () => {
    await tell('a', [due(day('2026-07-10'))]);
    const [first] = views.deadlines({ before: END, limit: 1 });
    await tell('a', [{ type: 'TaskRenamed', data: { title: 'Tên khác' } }]);
    expect(views.deadlines({ before: END, limit: 1 })).toEqual([first]);
    await tell('a', [due(day('2026-07-11'))]);
    const [then] = views.deadlines({ before: END, limit: 1 });
    expect(then?.since).toBe(views.get('task', 'a', everything)?.updatedAt);
    expect(then?.since).not.toBe(first?.since);
  });

  it('are read by a span of time, from its first instant to before its last, page by page', async () => {
    for (let index = 0; index < 9; index += 1) await tell(String(index), [due(day(`2026-07-1${index % 3}`))]);
    const span = { from: day('2026-07-11'), before: day('2026-07-12') };
    expect(said(views.deadlines({ ...span, limit: 10 }))).toEqual(
      ['1', '4', '7'].map((id) => `task ${id} CloseTask 2026-07-11`),
    );
    const paged: Deadline[] = [];
    for (let more = true; more;) {
      const after = paged.at(-1);
      const page = views.deadlines({ before: END, limit: 2, ...(after && { after }) });
      paged.push(...page);
      more = page.length === 2;
    }
    expect(paged).toEqual(views.deadlines({ before: END, limit: 1_000 }));
    expect(paged).toHaveLength(9);
  });

  it('are asked for within bounds', () => {
    for (const limit of [0, 1_001]) expect(() => views.deadlines({ before: END, limit })).toThrow(RangeError);
  });

  it('move with the window that they name, and so does the dossier; those who listen are told', async () => {
    await tell('c', [set(day('2026-07-30'))], 'keeper');
    await tell('a', [withWindow()]);
    await tell('b', [due(day('2026-08-15'))]);
    expect(standing()).toEqual(['keeper c - 2026-07-30', 'task a CloseTask 2026-07-30', 'task b CloseTask 2026-08-15']);
    const told: string[] = [];
    views.onChange((changes) => told.push(...changes.map(({ name, id }) => `${name} ${id}`)));
    await tell('c', [set(day('2026-08-30'))], 'keeper');
    expect(standing()).toEqual(['task b CloseTask 2026-08-15', 'keeper c - 2026-08-30', 'task a CloseTask 2026-08-30']);
    expect(dueOf('a')).toBe(day('2026-08-30'));
    expect(told).toEqual(['keeper c', 'task a']);
  });

  it('keep their date when the window is closed, which itself is awaited no more', async () => {
    await tell('c', [set(day('2026-07-30'))], 'keeper');
    await tell('a', [withWindow()]);
    await tell('c', [set(day('2026-07-30'), false)], 'keeper');
    expect(standing()).toEqual(['task a CloseTask 2026-07-30']);
  });

  it('are the same in whatever order windows and dossiers come, followed or rebuilt', async () => {
    const dates = ['2026-07-01', '2026-08-01', '2026-09-01'].map(day);
    const step = fc.oneof(
      fc.constantFrom(...dates).map((before) => ['keeper', 'c', set(before)] as const),
      fc.constantFrom('a', 'b').map((id) => ['task', id, withWindow()] as const),
      fc.constantFrom('a', 'b').map((id) => ['task', id, due(day('2026-07-15'))] as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), fc.nat(12), async (steps, cut) => {
        const own = new House();
        try {
          for (const [name, id, event] of steps.slice(0, cut)) await own.log.append(id, [event], name);
          const opened = await own.views([taskView(), keeperView]);
          for (const [name, id, event] of steps.slice(cut)) await own.log.append(id, [event], name);
          await opened.waitFor(await own.store.head(), 5_000);
          for (const id of ['a', 'b']) expect(opened.get('task', id, everything)?.dueAt).toBe(lastDue(steps, id));
          const followed = [tablesOf(opened), opened.deadlines({ before: END, limit: 100 })];
          await opened.rebuild();
          expect([tablesOf(opened), opened.deadlines({ before: END, limit: 100 })]).toEqual(followed);
        } finally {
          await own.end();
        }
      }),
      { numRuns: 25 },
    );
  });

  it('are not read at all while a view has stopped: its dossiers may have moved on', async () => {
    await tell('a', [due(day('2026-07-10'))]);
    await house.close(views);
    let broken = true;
    const onTitle = (): void => {
      if (broken) throw new Error('a fault of ours');
    };
    views = await house.views([taskView({ version: 2, onTitle }), keeperView]);
    expect(() => standing()).toThrow(ProjectionStopped);
    broken = false;
    await views.retry();
    expect(standing()).toEqual(['task a CloseTask 2026-07-10']);
  });

  it('are one range of an index', () => {
    const db = new Database(':memory:', 'filling');
    for (const sql of [...Object.values(deadlinesOfAll.tables), ...deadlinesOfAll.indexes]) db.exec(sql);
    const params = { due_at: '', view: '', id: '', ordinal: -1, before: END, limit: 10 };
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${DEADLINE_PAGE}`).all(params);
    expect(plan.map(({ detail }) => detail)).toEqual([
      'SEARCH _deadline USING INDEX _deadline_by_due_at ((due_at,view,id,ordinal)>(?,?,?,?) AND due_at<?)',
    ]);
    db.close();
  });
});
