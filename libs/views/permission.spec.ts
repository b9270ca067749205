import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AUDIENCES, type Audience, type Viewer } from '#identity';
import { House, heldBy } from './testing/house.js';
import { opening } from './testing/task-log.js';
import { viewer } from './testing/viewers.js';

/** Every way a task may be shown, and every kind of reader, with what the rule says about the two. */
const tasks = AUDIENCES.flatMap((audience) =>
  [false, true].map((restricted) => ({ id: `${audience}-${restricted}`, audience, restricted })),
);
const circles: readonly (readonly Audience[])[] = [[], ...AUDIENCES.map((audience) => [audience]), AUDIENCES];
const belongings: readonly Pick<Viewer, 'subject' | 'units'>[] = [
  { subject: 'nobody', units: [] },
  { subject: 'nobody', units: ['xa-other'] },
  { subject: 'nobody', units: ['xa-a'] },
  { subject: 'nobody', units: ['xa-helper', 'xa-other'] },
  { subject: 'citizen', units: [] },
  { subject: 'xa-a', units: ['citizen'] },
];
const viewers = belongings.flatMap((own) =>
  circles.flatMap((audiences) => [false, true].map((seesRestricted) => viewer({ ...own, audiences, seesRestricted }))),
);

function mayRead(reader: Viewer, task: (typeof tasks)[number]): boolean {
  const isParty = reader.subject === 'citizen' || reader.units.includes('xa-a') || reader.units.includes('xa-helper');
  return isParty || (reader.audiences.includes(task.audience) && (!task.restricted || reader.seesRestricted));
}

describe('What a viewer may read', () => {
  let house: House;
  beforeEach(() => {
    house = new House();
  });
  afterEach(() => house.end());

  it('is the same through list, get, several by id and count, for every circle and every kind of viewer', async () => {
    for (const { id, audience, restricted } of tasks) {
      await house.log.append(id, [
        { type: 'TaskOpened', data: opening({ audience, restricted, subject: 'citizen' }) },
        { type: 'HelperJoined', data: { unit: 'xa-helper' } },
      ]);
    }
    const views = await house.views();
    expect(Object.keys(heldBy(views))).toHaveLength(tasks.length);
    for (const reader of viewers) {
      const expected = tasks
        .filter((task) => mayRead(reader, task))
        .map((task) => task.id)
        .sort();
      const page = views.list('task', {
        viewer: reader,
        where: [],
        orderBy: { column: 'createdAt', direction: 'asc' },
        first: 100,
      });
      expect(page.edges.map(({ node }) => node.id).sort()).toEqual(expected);
      expect(
        tasks
          .filter(({ id }) => views.get('task', id, reader))
          .map(({ id }) => id)
          .sort(),
      ).toEqual(expected);
      const together = views.getMany('task', [...tasks.map(({ id }) => id), 'unknown'], reader);
      expect([...together].map(([id, row]) => [id, row.id]).sort()).toEqual(expected.map((id) => [id, id]));
      expect(views.count('task', { viewer: reader, where: [] }).number).toBe(expected.length);
    }
  });

  it('ends for a unit that is no party any more', async () => {
    await house.log.append('a', [{ type: 'TaskOpened', data: opening({ audience: 'PARTIES', unit: 'xa-old' }) }]);
    const views = await house.views();
    const former = viewer({ units: ['xa-old'] });
    expect(views.get('task', 'a', former)?.id).toBe('a');
    await views.waitFor(
      await house.log.append('a', [{ type: 'TaskOpened', data: opening({ audience: 'PARTIES', unit: 'xa-new' }) }]),
      5_000,
    );
    expect(views.get('task', 'a', former)).toBeUndefined();
  });
});
