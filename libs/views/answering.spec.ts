import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { question } from '#kernel';
import { answer } from './index.js';
import { House } from './testing/house.js';
import { openTasks, taskView } from './testing/task.js';
import { opening } from './testing/task-log.js';

const byUnit = question('task.byUnit', { asks: { unit: 'text' }, answers: { id: 'text' } });

describe('The answer to a question is held to it when the views are opened:', () => {
  let house: House;
  beforeEach(() => {
    house = new House();
  });
  afterEach(() => house.end());

  it.each([
    [
      'a parameter it does not ask',
      'SELECT id FROM task WHERE own_unit = :unit AND score = :score',
      'takes score, unit',
    ],
    ['a column it does not answer', 'SELECT id AS number FROM task WHERE own_unit = :unit', 'its SQL gives number'],
    ['a state', `SELECT id FROM task WHERE state ->> '$.unit' = :unit`, 'reads a state'],
  ])('not %s', async (_what, sql, message) => {
    const view = { ...taskView(), answers: [answer(byUnit, sql)] };
    await expect(house.views([view])).rejects.toThrow(message);
  });

  it('nor by another lifecycle than the one that owns it', async () => {
    const view = {
      ...taskView(),
      answers: [answer({ ...byUnit, name: 'other.byUnit' }, 'SELECT id FROM task WHERE own_unit = :unit')],
    };
    await expect(house.views([view])).rejects.toThrow('does not own it');
  });

  it('and it brings one row more than allowed, so that too many are seen', async () => {
    const views = await house.views();
    for (let i = 0; i < 9; i += 1) await house.log.append(`t${i}`, [{ type: 'TaskOpened', data: opening() }]);
    expect((await views.ask(openTasks(), { unit: 'xa-a' })).rows).toHaveLength(openTasks().atMost + 1);
  });
});
