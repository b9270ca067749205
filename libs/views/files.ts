import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const VIEWS_FILE = /^views-[0-9a-f]{12}(\.building)?\.db$/;
const COMPANIONS = ['-wal', '-shm', '-journal'];

/** The files of the views: one for each fingerprint, and one that is being filled. */
export class ViewFiles {
  readonly live: string;
  readonly building: string;

  /** @param folder made when it is absent; holds nothing but views files */
  constructor(
    private readonly folder: string,
    fingerprint: string,
  ) {
    mkdirSync(folder, { recursive: true });
    this.live = join(folder, `views-${fingerprint}.db`);
    this.building = join(folder, `views-${fingerprint}.building.db`);
  }

  get exists(): boolean {
    return existsSync(this.live);
  }

  /** Removes a views file. The database goes first: a log without its database is harmless, the reverse is not. */
  discard(file: string): void {
    for (const path of [file, ...COMPANIONS.map((suffix) => `${file}${suffix}`)]) rmSync(path, { force: true });
  }

  /** Removes what an interrupted build has left behind. */
  discardUnfinished(): void {
    for (const file of this.#all().filter((name) => name.endsWith('.building.db'))) this.discard(file);
  }

  /** Removes the files of other fingerprints. */
  discardOlder(): void {
    for (const file of this.#all().filter((name) => name !== this.live)) this.discard(file);
  }

  /** The filled file becomes the live one, in one step that survives a power cut. Both must be closed. */
  takeOver(): void {
    // A log left beside the live file would be read into the new one.
    if (COMPANIONS.some((suffix) => existsSync(`${this.live}${suffix}`))) this.discard(this.live);
    sync(this.building);
    renameSync(this.building, this.live);
    sync(this.folder);
  }

  #all(): readonly string[] {
    const names = readdirSync(this.folder).filter((name) => VIEWS_FILE.test(name));
    return names.map((name) => join(this.folder, name));
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
