import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { build, type Built, type Keeper } from './testing/built.js';
import { foldedFrom, heldBy, House, tablesOf } from './testing/house.js';
import { fillTasks } from './testing/task-log.js';

const MINUTE = 60_000;

/** Kills the process once it has committed so many batches; answers with the last position it told. */
async function killAfter({ process, lines }: Keeper, batches: number): Promise<string> {
  const told: string[] = [];
  const ended = once(lines, 'close');
  lines.on('line', (line) => {
    told.push(line);
    if (told.length === batches) process.kill('SIGKILL');
  });
  await ended;
  return told.filter((line) => line !== 'done').at(-1) ?? '';
}

describe('Views whose process is killed', () => {
  let built: Built;
  let house: House;
  beforeAll(async () => {
    built = await build();
  }, MINUTE);
  afterAll(() => built.remove());
  beforeEach(async () => {
    house = new House();
    await fillTasks(house.log);
  });
  afterEach(() => house.end());

  it(
    'go on where the last commit ended: nothing is applied twice, nothing is missing',
    async () => {
      const told = await killAfter(built.run(house.folder, 'follow'), 7);
      expect(told < (await house.store.head())).toBe(true);
      const resumed = await house.views();
      expect(house.said).toEqual([]);
      expect(heldBy(resumed)).toEqual(await foldedFrom(house.store));
      const incremental = tablesOf(resumed);
      await resumed.rebuild();
      expect(tablesOf(resumed)).toEqual(incremental);
    },
    MINUTE,
  );

  it(
    'begin anew when the build was not finished, and leave nothing of it behind',
    async () => {
      await killAfter(built.run(house.folder, 'build'), 7);
      expect(readdirSync(house.folder).filter((name) => name.endsWith('.building.db'))).toHaveLength(1);
      const views = await house.views();
      expect(heldBy(views)).toEqual(await foldedFrom(house.store));
      expect(readdirSync(house.folder).filter((name) => name.includes('building'))).toEqual([]);
    },
    MINUTE,
  );

  it(
    'keep a second process out while the first is alive',
    async () => {
      const keeper = built.run(house.folder, 'build');
      for await (const line of keeper.lines) if (line === 'done') break;
      const second = await house.views().catch((error: unknown) => error);
      keeper.process.kill('SIGKILL');
      await once(keeper.process, 'exit');
      expect(String(second)).toContain('in use by another process');
      expect(heldBy(await house.views())).toEqual(await foldedFrom(house.store));
    },
    MINUTE,
  );
});
