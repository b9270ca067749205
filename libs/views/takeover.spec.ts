import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openMemoryStore } from '#stores';
import { House, foldedFrom, heldBy } from './testing/house.js';
import { taskView } from './testing/task.js';
import { fillTasks, opening } from './testing/task-log.js';
import { everything } from './testing/viewers.js';

describe('The views file', () => {
  let house: House;
  const files = (): string[] => readdirSync(house.folder).filter((name) => name.endsWith('.db'));
  const file = (): string => join(house.folder, files()[0] ?? '');
  beforeEach(() => {
    house = new House();
  });
  afterEach(() => house.end());

  it('is built anew for a new version, tells how far it has come, and removes the old one only when it has taken over', async () => {
    await fillTasks(house.log, 3_000);
    await house.close(await house.views());
    const [old] = files();
    const during: string[][] = [];
    const told: number[] = [];
    const views = await house.views([taskView({ version: 2 })], {
      onProgress: ({ done }) => {
        told.push(done);
        during.push(files());
      },
    });
    expect(told).toEqual([1_000, 2_000, 3_000]);
    expect(during.every((names) => names.includes(old ?? '?'))).toBe(true);
    expect(files()).toEqual([expect.stringMatching(/^views-0002-[0-9a-f]{12}\.db$/)]);
    expect(files()).not.toContain(old);
    expect(heldBy(views)).toEqual(await foldedFrom(house.store));
  });

  it('keeps answering and following while it is rebuilt, and never goes back', async () => {
    await fillTasks(house.log, 3_000);
    const views = await house.views();
    const seen: { count: number; position: string }[] = [];
    const look = (): void => {
      seen.push({ count: views.count('task', { viewer: everything, where: [] }).number, position: views.position() });
      void house.log.append(`new-${seen.length}`, [{ type: 'TaskOpened', data: opening() }]);
    };
    await views.rebuild(look);
    look();
    expect(seen.length).toBeGreaterThanOrEqual(4);
    expect(seen).toEqual([...seen].sort((a, b) => (a.position < b.position ? -1 : 1) || a.count - b.count));
    expect(await views.waitFor(await house.store.head(), 5_000)).toBe(true);
    expect(heldBy(views)).toEqual(await foldedFrom(house.store));
  });

  it.each([
    ['is no database', (path: string) => writeFileSync(path, 'chẳng phải cơ sở dữ liệu '.repeat(500))],
    ['is empty', (path: string) => truncateSync(path, 0)],
    ['has lost its end', (path: string) => truncateSync(path, 8 * 4096)],
    [
      'has pages overwritten',
      (path: string) => {
        const bytes = readFileSync(path);
        writeFileSync(path, bytes.fill(0x5a, 4 * 4096, 12 * 4096));
      },
    ],
  ])('is discarded and built anew, saying so, when it %s', async (_, spoil) => {
    await fillTasks(house.log, 3_000);
    await house.close(await house.views());
    spoil(file());
    const views = await house.views();
    expect(house.said).toEqual([expect.stringContaining('is discarded and built anew')]);
    expect(heldBy(views)).toEqual(await foldedFrom(house.store));
  });

  it('is built anew while in use when a query finds it corrupt', async () => {
    // More than the connection keeps in memory, so that the query has to read the file.
    for (let index = 0; index < 600; index += 1) {
      await house.log.append(`${index}`, [{ type: 'TaskOpened', data: opening({ title: `${index}-`.repeat(8_000) }) }]);
    }
    const views = await house.views();
    writeFileSync(file(), readFileSync(file()).fill(0x5a, 2 * 4096));
    expect(() => heldBy(views)).toThrow('malformed');
    await views.rebuild();
    expect(house.said[0]).toContain('is corrupt and is built anew');
    expect(heldBy(views)).toEqual(await foldedFrom(house.store));
  }, 60_000);

  it('is discarded when it knows of events that the log does not', async () => {
    await fillTasks(house.log, 300);
    await house.close(await house.views());
    const views = await house.views([taskView()], { store: openMemoryStore() });
    expect(house.said).toEqual([expect.stringContaining('further than the log')]);
    expect(heldBy(views)).toEqual({});
  });

  it('is discarded when the log of the same id has another history, as long as it may be', async () => {
    await fillTasks(house.log, 300);
    await house.close(await house.views());
    const other = new House();
    try {
      await other.log.append('elsewhere', [{ type: 'TaskOpened', data: opening() }]);
      await fillTasks(other.log, 300);
      const views = await house.views([taskView()], { store: other.store });
      expect(house.said).toEqual([expect.stringContaining('another history')]);
      expect(heldBy(views)).toEqual(await foldedFrom(other.store));
      await house.close(views);
    } finally {
      await other.end();
    }
  });
});
