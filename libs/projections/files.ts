import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const COMPANIONS = ['-wal', '-shm', '-journal'];

/** A file by its name: what it holds, its place in the order in which files were begun, what it is built for. */
interface Named {
  readonly path: string;
  readonly ordinal: number;
  readonly fingerprint: string;
  readonly building: boolean;
}

/**
 * The files of one group of projections: one for each fingerprint, numbered in the order in which they were begun, and those
 * that are being filled. Programs of two versions may work side by side in one folder: each touches its own files, and
 * removes what is older than its own.
 */
export class ProjectionFiles {
  /**
   * @param folder made when it is absent
   * @param name the group's
   * @param fingerprint what the file is built for
   */
  constructor(
    private readonly folder: string,
    readonly name: string,
    private readonly fingerprint: string,
  ) {
    mkdirSync(folder, { recursive: true });
  }

  /** The file in use, or the place for it. */
  get live(): string {
    return this.#mine(false)?.path ?? this.#pathFor(this.#nextOrdinal(), '.db');
  }

  get exists(): boolean {
    return this.#mine(false) !== undefined;
  }

  /** The place for a file that is to be filled; it keeps the number of the one whose place it takes. */
  toBuild(): string {
    return this.#pathFor(this.#mine(false)?.ordinal ?? this.#nextOrdinal(), '.building.db');
  }

  /** Removes a file. The database goes first: a log without its database is harmless, the reverse is not. */
  discard(file: string): void {
    for (const path of [file, ...COMPANIONS.map((suffix) => `${file}${suffix}`)]) rmSync(path, { force: true });
  }

  /** What an interrupted build for this fingerprint has left behind, or somebody is filling now. */
  unfinished(): readonly string[] {
    return this.#all()
      .filter((it) => it.building && it.fingerprint === this.fingerprint)
      .map(({ path }) => path);
  }

  /** Files of other fingerprints that were begun before the one in use. */
  older(): readonly string[] {
    const mine = this.#mine(false);
    return this.#all()
      .filter((it) => mine !== undefined && it.ordinal < mine.ordinal)
      .map(({ path }) => path);
  }

  /** The filled file takes the live one's place, in one step that survives a power cut. Both must be closed. Returns the place. */
  takeOver(building: string): string {
    const live = building.replace(/\.building\.db$/, '.db');
    // A log left beside the live file would be read into the new one.
    if (COMPANIONS.some((suffix) => existsSync(`${live}${suffix}`))) this.discard(live);
    sync(building);
    renameSync(building, live);
    sync(this.folder);
    return live;
  }

  #mine(building: boolean): Named | undefined {
    return this.#all().find((it) => it.fingerprint === this.fingerprint && it.building === building);
  }

  #nextOrdinal(): number {
    return Math.max(0, ...this.#all().map(({ ordinal }) => ordinal)) + 1;
  }

  #pathFor(ordinal: number, suffix: string): string {
    return join(this.folder, `${this.name}-${String(ordinal).padStart(4, '0')}-${this.fingerprint}${suffix}`);
  }

  #all(): readonly Named[] {
    const shape = /^(?<name>[a-zA-Z]+)-(?<ordinal>\d{4,})-(?<fingerprint>[0-9a-f]{12})(?<building>\.building)?\.db$/;
    return readdirSync(this.folder).flatMap((entry): Named[] => {
      const { name, ordinal, fingerprint = '', building } = shape.exec(entry)?.groups ?? {};
      if (name !== this.name) return [];
      return [
        { path: join(this.folder, entry), ordinal: Number(ordinal), fingerprint, building: building !== undefined },
      ];
    });
  }
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
