import 'reflect-metadata';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { identityIn } from '#kernel';
import { lifecycleModules } from '#lifecycles';
import { registers } from '#registers';
import { openSqliteStore, peekSqliteLog } from '#stores';
import { openViews } from '#views';

/** A program of its own, so that its memory is that of the rebuild: builds the views of a data folder and says what that took. */
const [data = ''] = process.argv.slice(2);
const file = join(data, 'log.db');
const folder = join(data, 'views');
const first = peekSqliteLog(file);
if (!first) throw new Error(`There is no log in ${data}`);
rmSync(folder, { recursive: true, force: true });
const store = await openSqliteStore({ file });
const start = performance.now();
const { logId } = identityIn(first);
const views = await openViews({
  folder,
  views: lifecycleModules.map(({ view }) => view),
  others: registers,
  store,
  logId,
});
await views.ready;
const seconds = (performance.now() - start) / 1_000;
const peakMb = process.resourceUsage().maxRSS / 1_024;
await views.close();
await store.close();
process.stdout.write(JSON.stringify({ seconds, peakMb }));
