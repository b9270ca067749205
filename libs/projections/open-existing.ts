import { discardUnused, type FileParts } from './build.js';
import { Database, isUnusable } from './database.js';
import { ProjectionsFault } from './faults.js';
import { belongsTo, type Progress } from './progress.js';
import { ProjectionFile } from './projection-file.js';
import type { Log } from './runner.js';

/**
 * The file of the present fingerprint, when there is one that is fit for use: sound, of this log, and in agreement with it on
 * the last event taken in. One that is not is discarded. Files of other fingerprints that are older and not in use go, too.
 * @throws ProjectionsFault when another process uses it
 */
export async function openExisting(parts: FileParts & { readonly say: Log }): Promise<ProjectionFile | undefined> {
  const { files, say } = parts;
  if (!files.exists) return undefined;
  const file = files.live;
  const opened = openSound(file, parts);
  const why = typeof opened === 'string' ? opened : await disagreement(opened, parts);
  if (typeof opened !== 'string' && why === undefined) {
    discardOlder(parts);
    return opened;
  }
  if (typeof opened !== 'string') opened.db.close();
  say(`The file ${file} is discarded and built anew: ${why}`);
  files.discard(file);
  return undefined;
}

/** Removes older files of other fingerprints, but for those at which another process is at work. */
export function discardOlder({ files }: FileParts): void {
  for (const file of files.older()) {
    try {
      discardUnused(files, file);
    } catch (error) {
      if (!(error instanceof ProjectionsFault)) throw error;
    }
  }
}

/** The projections in a file, or why the file cannot be used. */
function openSound(file: string, { projections, reading: { logId } }: FileParts): ProjectionFile | string {
  let db: Database | undefined;
  try {
    db = new Database(file, 'live');
    const sound = db.isSound();
    if (sound && belongsTo(db, logId)) return new ProjectionFile(db, projections, logId);
    db.close();
    return sound ? 'it belongs to another log' : 'its pages do not fit together';
  } catch (error) {
    db?.close();
    if (isUnusable(error)) return String(error);
    throw error;
  }
}

/** Why the log is not the one that the file was filled from: a log of the same id that was put back or rewritten. */
async function disagreement(file: ProjectionFile, { log }: FileParts): Promise<string | undefined> {
  const head = await log.head();
  const progress = file.names.map((name) => file.progressOf(name));
  if (progress.some(({ position }) => position > head)) return 'it has come further than the log';
  const known = new Map(progress.flatMap((each) => (each.last ? [[each.position, each] as const] : [])));
  for (const each of known.values())
    if (!(await stands(each, log))) return 'the log holds another history than the one it was filled from';
  return undefined;
}

async function stands({ position, last }: Progress, log: FileParts['log']): Promise<boolean> {
  if (!last) return true;
  const [found] = await log.readStream(last.stream, last.revision, 1);
  return found?.eventId === last.eventId && found.position === position;
}
