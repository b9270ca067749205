import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A fresh folder and a data file in it that does not exist yet. */
export async function folder(): Promise<{ readonly path: string; readonly file: string }> {
  const path = await mkdtemp(join(tmpdir(), 'kheo-store-'));
  return { path, file: join(path, 'data', 'events.db') };
}

/** A file as it stands. */
export interface FileState {
  readonly name: string;
  readonly size: bigint;
  readonly changedAt: bigint;
  readonly content: string;
}

/** The files of a folder, as they stand: nothing may have them open, or reading them here would take its locks away. */
export async function filesOf(path: string): Promise<FileState[]> {
  const names = (await readdir(path)).sort();
  return Promise.all(
    names.map(async (name) => {
      const { size, mtimeNs } = await stat(join(path, name), { bigint: true });
      const content = createHash('sha256')
        .update(await readFile(join(path, name)))
        .digest('hex');
      return { name, size, changedAt: mtimeNs, content };
    }),
  );
}
