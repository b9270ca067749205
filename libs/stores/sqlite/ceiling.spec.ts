import { expect, it } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { folder } from '../spec-support/folder.js';
import { events } from '../spec-support/samples.js';
import { bareInsertCeiling } from './ceiling.js';

it('The ceiling writes every row once, in groups that need not divide them evenly', async () => {
  const { path } = await folder();
  const file = join(path, 'ceiling.db');
  const rows = events('a', 10).map((each, revision) => ({ ...each, stream: 's', revision }));
  expect(bareInsertCeiling(file, rows, 4)).toBe(10);
  const database = new DatabaseSync(file);
  expect(database.prepare('SELECT count(*) AS n, max(position) AS last FROM events').get()).toMatchObject({
    n: 10,
    last: 10,
  });
  database.close();
  await rm(path, { recursive: true });
});
