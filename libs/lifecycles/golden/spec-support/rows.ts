import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseStream, type EventStore, type StoredEvent } from '#kernel';
import { lifecycleModules } from '#lifecycles';
import { Projections, type Projection } from '#projections';
import { registers } from '#registers';
import { openMemoryStore } from '#stores';
import { projectionsOf } from '#views';
import { recordedLines, storedOf, type Line } from './recorded.js';

const views = lifecycleModules.map((module) => module.view);

/** Every projection of the service. */
export const projections: readonly Projection[] = projectionsOf({ views, others: registers });

/** What a projection makes of the recorded log: a hash of all its rows. */
export type Rows = Readonly<Record<string, string>>;

/** Fills every projection from the recorded log and hashes what stands in its tables. */
export async function rowsOfRecorded(): Promise<Rows> {
  const lines = recordedLines().map((line) => JSON.parse(line) as Line);
  const store = await storeOf(lines.map(storedOf));
  const folder = mkdtempSync(join(tmpdir(), 'golden-rows-'));
  const logId = lines[0]?.log ?? '';
  const formats = views.map(({ lifecycle }) => lifecycle);
  const opened = await Projections.open({ folder, projections, formats, store, logId });
  try {
    await opened.ready;
    return Object.fromEntries(projections.map((it) => [it.name, hashOf(opened, it)]));
  } finally {
    await opened.close();
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

async function storeOf(events: readonly StoredEvent[]): Promise<EventStore> {
  const store = openMemoryStore();
  for (const { stream, revision, position: _position, ...event } of events) {
    const result = await store.append(stream, revision === 0 ? 'noStream' : revision - 1, [event]);
    if (result.outcome !== 'appended') throw new Error(`${parseStream(stream).name}: the recorded log has a gap`);
  }
  return store;
}

function hashOf(opened: Projections, { name, tables }: Projection): string {
  const rows = opened.read(name, ({ db }) =>
    Object.keys(tables).map((table) => [
      table,
      db
        .prepare(`SELECT * FROM "${table}"`)
        .all()
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
  );
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}
