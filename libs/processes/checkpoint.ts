import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { START, type Position } from '#kernel';
import type { Place } from './process.js';

const LAYOUT = 1;

/** A command that was refused: kept so that it is said once, and shown to operators. */
export interface RefusedCommand {
  readonly commandId: string;
  /** When, RFC 3339. */
  readonly at: string;
  /** The dossier that was looked at. */
  readonly subject: string;
  /** `lifecycle.Command`. */
  readonly command: string;
  readonly code: string;
}

/** How far a process has come. Losing it means looking again, at nothing worse than the cost of that. */
export interface Standing {
  /** The last event that has been dealt with. */
  readonly position: Position;
  /** By offset in milliseconds: the last deadline that has been dealt with. */
  readonly places: Readonly<Record<string, Place>>;
  /** The latest refused commands, oldest first. */
  readonly refused: readonly RefusedCommand[];
}

/** A process that has not begun. */
export const NOT_BEGUN: Standing = { position: START, places: {}, refused: [] };

/** Where a process keeps how far it has come. */
export interface Checkpoint {
  load(): Promise<Standing>;
  save(standing: Standing): Promise<void>;
}

/** The folder of the checkpoints cannot be used, or belongs to another log. */
export class ProcessesFault extends Error {
  override readonly name = 'ProcessesFault';
}

/** What a checkpoint is kept in. */
export interface CheckpointPlace {
  /** Made when it is absent. */
  readonly folder: string;
  /** The log whose events the positions are of. */
  readonly logId: string;
  /** Told when a checkpoint cannot be read and the process begins anew. */
  log(line: string): void;
}

/**
 * The checkpoint of a process in a file of its own. A new state takes the file's place in one step, so that a crash leaves the
 * old or the new one; a file that cannot be read counts as none.
 * @param name the process's
 */
export function fileCheckpoint({ folder, logId, log }: CheckpointPlace, name: string): Checkpoint {
  const file = join(folder, `${name}.json`);
  return {
    load: async () => {
      await mkdir(folder, { recursive: true });
      const text = await readFile(file, 'utf8').catch(noneWhereAbsent);
      if (text === undefined) return NOT_BEGUN;
      const kept = parsed(text);
      if (!kept) {
        log(`The checkpoint ${file} cannot be read: the process ${name} looks at everything again`);
        return NOT_BEGUN;
      }
      if (kept.logId !== logId) throw otherLog(file, kept.logId);
      return kept.standing;
    },
    save: async (standing) => {
      await writeFile(`${file}.new`, JSON.stringify({ layout: LAYOUT, logId, standing }), { mode: 0o600 });
      await rename(`${file}.new`, file);
    },
  };
}

interface Kept {
  readonly layout: number;
  readonly logId: string;
  readonly standing: Standing;
}

/** What a file says, unless it is torn or of another layout. */
function parsed(text: string): Kept | undefined {
  try {
    const kept = JSON.parse(text) as Partial<Kept> | null;
    return kept?.layout === LAYOUT && typeof kept.logId === 'string' && isStanding(kept.standing)
      ? (kept as Kept)
      : undefined;
  } catch {
    return undefined;
  }
}

const isStanding = (value: Partial<Standing> | undefined): boolean =>
  typeof value?.position === 'string' && typeof value.places === 'object' && Array.isArray(value.refused);

function noneWhereAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

const otherLog = (file: string, logId: string): ProcessesFault =>
  new ProcessesFault(
    `Tệp ${file} thuộc về sổ sự kiện ${logId}, không phải sổ đang mở; hãy đặt lại đúng tệp hoặc xóa tệp này: tiến trình sẽ xem lại từ đầu. ` +
      `File ${file} belongs to log ${logId}, not to the one being opened; put the right file back or delete it: the process then looks again from the beginning.`,
  );
