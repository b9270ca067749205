import { join } from 'node:path';
import { derivedId, type StoredEvent } from '#kernel';
import { bareInsertCeiling, openSqliteStore, type CeilingRow } from '#stores';
import { inParallel } from './callers.js';
import { rateOf } from './figures.js';
import type { Callers } from './options.js';

/** Real events under new names: one stream for each caller. */
export function rowsLike(samples: readonly StoredEvent[], callers: Callers, count: number): readonly CeilingRow[] {
  return Array.from({ length: count }, (_, index) => {
    const sample = samples[index % samples.length];
    if (!sample) throw new Error('There is no event to take as a sample');
    const { type, data, metadata } = sample;
    const id = derivedId('bench-row', index);
    return {
      eventId: id,
      stream: `bench-${index % callers}`,
      revision: Math.floor(index / callers),
      type,
      data,
      metadata,
    };
  });
}

/** Rows a second through a bare connection, `callers` of them in one transaction. What opening and closing cost is left out. */
export async function ceilingRate(folder: string, rows: readonly CeilingRow[], callers: Callers): Promise<number> {
  const opening = performance.now();
  bareInsertCeiling(join(folder, 'empty.db'), [], callers);
  const start = performance.now();
  bareInsertCeiling(join(folder, 'ceiling.db'), rows, callers);
  return (rows.length * 1_000) / (performance.now() - start - (start - opening));
}

/** Appends a second through the store, each answered when it is durable. The last copying into the database counts, as it does for the ceiling. */
export async function storeRate(folder: string, rows: readonly CeilingRow[], callers: Callers): Promise<number> {
  const store = await openSqliteStore({ file: join(folder, 'store.db') });
  const append = async (_caller: number, index: number): Promise<void> => {
    const row = rows[index];
    if (!row) return;
    const { stream, revision, ...event } = row;
    const result = await store.append(stream, revision === 0 ? 'noStream' : revision - 1, [event]);
    if (result.outcome !== 'appended')
      throw new Error(`The append of ${stream}@${revision} ended as ${result.outcome}`);
  };
  return rateOf(rows.length, async () => {
    await inParallel(callers, rows.length, append);
    await store.close();
  });
}
