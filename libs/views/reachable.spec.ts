import { describe, expect, it } from '@jest/globals';
import type { Reach } from '#kernel';
import { entityView, type EntityView } from './entity-view.js';
import { layoutOf } from './layout.js';
import { taskView, type TaskState } from './testing/task.js';

const task = taskView();

/** The example's view, whose one awaited step has another reach. */
function reaching(over: Reach, concerns: Partial<EntityView['concerns']> = {}): EntityView<TaskState> {
  const { commands } = task.lifecycle;
  const by = [{ role: 'OFFICER', over }];
  const reached = Object.entries(commands).map(([name, row]) => [name, { ...row, by }]);
  const lifecycle: EntityView<TaskState>['lifecycle'] = { ...task.lifecycle, commands: Object.fromEntries(reached) };
  return { ...task, lifecycle, concerns: { ...task.concerns, ...concerns } };
}

describe('A view says what its dossiers are about', () => {
  it('and has each of these as a column, none of what it has not', () => {
    const view = entityView<TaskState>()({
      ...task,
      concerns: { unit: ({ unit }) => unit, campaign: 'none', year: () => 2026 },
    });
    expect(Object.keys(view.columns)).toEqual(['unit', 'year', 'ownUnit', 'score', 'title']);
    const state = { status: 'open', unit: 'xa-a' } as TaskState;
    expect([view.columns['unit']?.of(state), view.columns['year']?.of(state)]).toEqual(['xa-a', 2026]);
    expect(view.columns['unit']?.of({ status: 'none' })).toBeUndefined();
  });

  it('or does not compile', () => {
    const { concerns: _left, ...rest } = task;
    const refused = [
      // @ts-expect-error nothing is said of what the dossiers are about
      () => entityView<TaskState>()(rest),
      // @ts-expect-error nothing is said of the year
      () => entityView<TaskState>()({ ...rest, concerns: { unit: 'none', campaign: 'none' } }),
    ];
    expect(refused).toHaveLength(2);
  });

  it('or does not start: forgotten past the compiler', () => {
    const { concerns: _left, ...rest } = task;
    expect(() => layoutOf(rest as unknown as EntityView)).toThrow(
      'The view of task does not say what its dossiers are about. Make it by entityView, with `concerns`.',
    );
  });

  it.each<[Reach, object, string]>([
    ['ownUnit', {}, 'unit'],
    ['otherUnits', { campaign: true, year: true }, 'unit'],
    ['leadUnit', { unit: true }, 'campaign'],
  ])(
    'or does not start: a step for people of certain units (%s) that would be in nobody’s inbox',
    (over, has, lacks) => {
      const start = () => layoutOf(reaching(over, has) as EntityView);
      expect(start).toThrow(`The step CloseTask of task waits for people of certain units`);
      expect(start).toThrow(`has no ${lacks}: it would be in nobody's inbox. Give \`concerns.${lacks}\` in its view`);
    },
  );

  it('and starts when the step can be found', () => {
    expect(() => layoutOf(reaching('anyUnit') as EntityView)).not.toThrow();
    expect(() => layoutOf(reaching('leadUnit', { unit: true, campaign: true }) as EntityView)).not.toThrow();
  });
});
