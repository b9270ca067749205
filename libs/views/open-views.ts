import type { EventStore } from '#kernel';
import { Building, type BuildProgress } from './build.js';
import { Database, isUnusable } from './database.js';
import { ViewFiles } from './files.js';
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
  const { folder, store, log = () => undefined, onProgress = () => undefined } = options;
  const layouts = layoutsOf(options.views);
  const files = new ViewFiles(folder, fingerprintOf(layouts));
  const parts: LiveParts = { files, layouts, store, log };
  files.discardUnfinished();
  const existing = await openExisting(parts);
  if (!existing) await build(files, layouts, store, onProgress);
  const projection = existing ?? new Projection(new Database(files.live, 'live'), layouts);
  files.discardOlder();
  const views = new LiveViews(parts, projection);
  await views.start();
  return views;
}

async function build(
  files: ViewFiles,
  layouts: readonly ViewLayout[],
  store: EventStore,
  onProgress: (at: BuildProgress) => void,
): Promise<void> {
  const building = Building.begin(files, layouts);
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
async function openExisting({ files, layouts, store, log }: LiveParts): Promise<Projection | undefined> {
  if (!files.exists) return undefined;
  const head = await store.head();
  const opened = openSound(files.live, layouts);
  if (typeof opened !== 'string' && opened.views.every((view) => opened.progressOf(view).position <= head))
    return opened;
  if (typeof opened !== 'string') opened.db.close();
  const why = typeof opened === 'string' ? opened : 'it has come further than the log';
  log(`The views file ${files.live} is discarded and built anew: ${why}`);
  files.discard(files.live);
  return undefined;
}

/** The projection in a file, or why the file cannot be used. */
function openSound(file: string, layouts: readonly ViewLayout[]): Projection | string {
  let db: Database | undefined;
  try {
    db = new Database(file, 'live');
    if (db.isSound()) return new Projection(db, layouts);
    db.close();
    return 'its pages do not fit together';
  } catch (error) {
    db?.close();
    if (isUnusable(error)) return String(error);
    throw error;
  }
}
