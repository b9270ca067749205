import type { Position } from '#kernel';
import { Building } from './build.js';
import type { LogReader } from './entries.js';
import type { BuildProgress } from './faults.js';
import { filesFor, type ProjectionsOptions } from './open-projections.js';

/** What files are built of beside a service that goes on with its own. */
export interface BesideOptions extends Pick<ProjectionsOptions, 'folder' | 'projections' | 'formats' | 'logId'> {
  readonly log: LogReader;
  readonly onProgress?: (progress: BuildProgress) => void;
}

/** A file for this version of the program. */
export interface BuiltFile {
  readonly file: string;
  /** Events read into it; none when it stood there already. */
  readonly events: number;
}

/**
 * Fills the files that this version of the program needs, while another version serves from its own: the service that is
 * started next finds them filled. A file that stands already is left alone.
 * @throws ProjectionsFault when another process is filling them; StoreFault when the log cannot be read
 */
export async function buildBeside(options: BesideOptions): Promise<readonly BuiltFile[]> {
  const { folder, projections, formats, logId, log, onProgress = () => undefined } = options;
  const reading = { logId, formats: new Map(formats.map((each) => [each.name, each])) };
  const built: BuiltFile[] = [];
  for (const group of filesFor(folder, projections)) {
    const { files } = group;
    if (files.exists) built.push({ file: files.live, events: 0 });
    else built.push(await fillNew(Building.begin({ ...group, log, reading }), log, onProgress));
  }
  return built;
}

async function fillNew(building: Building, log: LogReader, told: (at: BuildProgress) => void): Promise<BuiltFile> {
  try {
    await building.fill(await log.head(), told);
    building.index();
    await untilCaughtUp(building, log, told);
    const file = building.takeOver();
    return { file, events: building.progress.done };
  } catch (error) {
    building.abandon();
    throw error;
  }
}

/** The log goes on meanwhile: what is left at the end the service takes in when it starts. */
async function untilCaughtUp(building: Building, log: LogReader, told: (at: BuildProgress) => void): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const head: Position = await log.head();
    if (building.progress.position >= head) return;
    await building.fill(head, told);
  }
}

const ROUNDS = 3;
