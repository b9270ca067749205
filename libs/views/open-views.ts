import { Building, type BuildProgress } from './build.js';
import { Database, isUnusable } from './database.js';
import { ViewFiles } from './files.js';
import { assertAnswerable } from './answering.js';
import { fingerprintOf, layoutsOf, type ViewLayout } from './layout.js';
import { LiveViews, type LiveParts } from './live-views.js';
import { Projection } from './projection.js';
import type { Views, ViewsOptions } from './views.js';

/**
 * Opens the views and keeps them in step with the log. Views that have changed are built anew beside the old file, which
 * is removed only when the new one has taken over; so is a file that is corrupt or knows of events that the log does not.
 * @returns once every instance can be read as of the end of the log when the build ended, or of the last run
 * @throws ViewsFault when another process uses the file; StoreFault when the log cannot be read
 */
export async function openViews(options: ViewsOptions): Promise<Views> {
  const { folder, store, logId, log = () => undefined, onProgress = () => undefined } = options;
  const layouts = layoutsOf(options.views);
  const files = new ViewFiles(folder, fingerprintOf(layouts));
  const parts: LiveParts = { files, layouts, store, logId, log };
  files.discardUnfinished();
  const existing = await openExisting(parts);
  if (!existing) await build(parts, onProgress);
  const projection = existing ?? new Projection(new Database(files.live, 'live'), layouts, logId);
  assertAnswerable(layouts, projection.db);
  files.discardOlder();
  const views = new LiveViews(parts, projection);
  await views.start();
  return views;
}

async function build(
  { files, layouts, store, logId }: LiveParts,
  onProgress: (at: BuildProgress) => void,
): Promise<void> {
  const building = Building.begin(files, layouts, logId);
  try {
    await building.fill(store, await store.head(), onProgress);
    building.index();
    building.takeOver();
  } catch (error) {
    building.abandon();
    throw error;
  }
}

/** The file of the present fingerprint, when there is one that is fit for use. */
async function openExisting({ files, layouts, store, logId, log }: LiveParts): Promise<Projection | undefined> {
  if (!files.exists) return undefined;
  const head = await store.head();
  const opened = openSound(files.live, layouts, logId);
  if (typeof opened !== 'string' && opened.views.every((view) => opened.progressOf(view).position <= head))
    return opened;
  if (typeof opened !== 'string') opened.db.close();
  const why = typeof opened === 'string' ? opened : 'it has come further than the log';
  log(`The views file ${files.live} is discarded and built anew: ${why}`);
  files.discard(files.live);
  return undefined;
}

/** The projection in a file, or why the file cannot be used. */
function openSound(file: string, layouts: readonly ViewLayout[], logId: string): Projection | string {
  let db: Database | undefined;
  try {
    db = new Database(file, 'live');
    if (db.isSound() && belongsTo(db, logId)) return new Projection(db, layouts, logId);
    const why = db.isSound() ? 'it belongs to another log' : 'its pages do not fit together';
    db.close();
    return why;
  } catch (error) {
    db?.close();
    if (isUnusable(error)) return String(error);
    throw error;
  }
}

const belongsTo = (db: Database, logId: string): boolean =>
  db.prepare('SELECT log_id FROM _belongs_to').get()?.['log_id'] === logId;
