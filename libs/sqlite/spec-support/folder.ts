import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A place for a file in a new folder. */
export const newFile = (): string => join(mkdtempSync(join(tmpdir(), 'kheo-sqlite-')), 'file.db');

/** What was thrown. */
export function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown');
}
