import { openMemoryStore } from '#stores';
import { openViews } from '../open-views.js';
import { LOG_ID } from './house.js';
import { taskView } from './task.js';
import { fillTasks, TaskLog } from './task-log.js';

/**
 * A program that opens the views of a long log in a folder and says after each batch how far they have come, until it is
 * killed. Arguments: the folder, and whether the log is there before the views (`build`) or comes after (`follow`).
 */
const [folder = '', mode = 'build'] = process.argv.slice(2);
const store = openMemoryStore();
const log = new TaskLog(store);
const say = (position: string): void => void process.stdout.write(`${position}\n`);
if (mode === 'build') await fillTasks(log);
const views = await openViews({
  folder,
  views: [taskView()],
  store,
  logId: LOG_ID,
  onProgress: ({ position }) => say(position),
});
views.onChange(() => say(views.position()));
if (mode === 'follow') await fillTasks(log);
await views.waitFor(await store.head(), 60_000);
say('done');
process.stdin.resume();
