import { contentHash } from '#kernel';
import type { Projection } from './projection.js';

/** Raised when the file's own tables change, so that every file is built anew. */
const FILE_FORMAT = 3;

/** What a file is built for: another fingerprint needs another file. Twelve hexadecimal digits. */
export function fingerprintOf(projections: readonly Projection[]): string {
  const shapes = projections.map(({ name, version, tables, indexes }) => ({ name, version, tables, indexes }));
  shapes.sort((a, b) => (a.name < b.name ? -1 : 1));
  return contentHash({ format: FILE_FORMAT, shapes }).slice(0, 12);
}

/**
 * Holds projections to names of their own.
 * @throws Error when two projections, or two tables, have one name
 */
export function assertDistinct(projections: readonly Projection[]): void {
  requireDistinct(
    'projections',
    projections.map(({ name }) => name),
  );
  requireDistinct(
    'tables',
    projections.flatMap(({ tables }) => Object.keys(tables)),
  );
}

function requireDistinct(what: string, names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names.map((each) => each.toLowerCase())) {
    if (seen.has(name)) throw new Error(`Among the ${what}, ${name} is named twice`);
    seen.add(name);
  }
}
