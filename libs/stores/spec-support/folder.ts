import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A fresh folder and a data file in it that does not exist yet. */
export async function folder(): Promise<{ readonly path: string; readonly file: string }> {
  const path = await mkdtemp(join(tmpdir(), 'kheo-store-'));
  return { path, file: join(path, 'data', 'events.db') };
}
