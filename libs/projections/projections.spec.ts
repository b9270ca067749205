import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventStore } from '#kernel';
import { openMemoryStore } from '#stores';
import { buildBeside } from './build-beside.js';
import { ProjectionsFault, ProjectionsNotBuilt, ProjectionStopped } from './faults.js';
import { Projections, type ProjectionsOptions } from './open-projections.js';
import type { Projection } from './projection.js';
import { assertRuns } from './standing.js';

const LOG_ID = '00000000-0000-4000-8000-000000000001';
const AWAY = 5_000;

let broken: string | undefined;
let store: EventStore;
let folder: string;
let opened: Projections[];
beforeEach(() => {
  broken = undefined;
  store = openMemoryStore();
  folder = mkdtempSync(join(tmpdir(), 'projections-'));
  opened = [];
});
afterEach(async () => {
  for (const each of opened) await each.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Counts the events of each kind of stream. */
const counting = (name: string, more: Partial<Projection> = {}): Projection => ({
  name,
  version: 1,
  tables: { [name]: `CREATE TABLE ${name} (kind TEXT PRIMARY KEY, number INTEGER NOT NULL)` },
  indexes: [],
  over: (db) => ({
    apply({ entries }) {
      const count = db.prepare(
        `INSERT INTO ${name} (kind, number) VALUES (?, 1) ON CONFLICT (kind) DO UPDATE SET number = number + 1`,
      );
      for (const { kind, stored } of entries) {
        if (stored.type === broken && more.file !== undefined) throw new Error('it cannot be counted');
        count.run(kind);
      }
      return [];
    },
    forget: () => undefined,
  }),
  ...more,
});

const shared = counting('shared');
const apart = counting('apart', { file: 'apart' });

async function open(projections: readonly Projection[], more: Partial<ProjectionsOptions> = {}): Promise<Projections> {
  const found = await Projections.open({ folder, projections, formats: [], store, logId: LOG_ID, ...more });
  opened.push(found);
  return found;
}

let count = 0;
async function append(kind: string, type = 'Happened'): Promise<string> {
  const event = { eventId: `event-${(count += 1)}`, type, data: '{}', metadata: '{}' };
  const result = await store.append(`${kind}-${count}`, 'noStream', [event]);
  if (result.outcome !== 'appended') throw new Error('The stream was there');
  return result.position;
}

const counted = (from: Projections, name: string): Record<string, unknown> =>
  from.read(name, (file) => {
    assertRuns(file, name);
    const rows = file.db.prepare(`SELECT kind, number FROM ${name} ORDER BY kind`).all();
    return Object.fromEntries(rows.map((row) => [String(row['kind']), row['number']]));
  });

describe('projections', () => {
  it('take in every event of the log once, whatever stands in a file of its own', async () => {
    await append('a');
    const both = await open([shared, apart]);
    await both.ready;
    await append('a');
    const last = await append('b');
    for (const name of ['shared', 'apart']) {
      expect(await both.waitFor(name, last, AWAY)).toBe(true);
      expect(counted(both, name)).toEqual({ a: 2, b: 1 });
    }
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('.db'))
        .sort(),
    ).toEqual([
      expect.stringMatching(/^apart-0001-[0-9a-f]{12}\.db$/),
      expect.stringMatching(/^views-0001-[0-9a-f]{12}\.db$/),
    ]);
  });

  it('take in one kind of stream where they ask for no other', async () => {
    const some = await open([counting('shared', { of: 'b' })]);
    await append('a');
    const last = await append('b');
    await some.waitFor('shared', last, AWAY);
    expect(counted(some, 'shared')).toEqual({ b: 1 });
  });

  it('stop alone before what they cannot take in, say so, and go on after a fix', async () => {
    broken = 'Odd';
    const both = await open([shared, apart]);
    await append('a');
    const odd = await append('a', 'Odd');
    const last = await append('b');
    expect(await both.waitFor('shared', last, AWAY)).toBe(true);
    expect(await both.waitFor('apart', last, AWAY)).toBe(true);
    expect(counted(both, 'shared')).toEqual({ a: 2, b: 1 });
    expect(() => counted(both, 'apart')).toThrow(ProjectionStopped);
    expect(both.status().find(({ name }) => name === 'apart')?.failure).toMatchObject({
      position: odd,
      error: 'it cannot be counted',
    });
    broken = undefined;
    await both.retry();
    expect(counted(both, 'apart')).toEqual({ a: 2, b: 1 });
  });

  it('are not read while they are being filled, and are ready when they are', async () => {
    await append('a');
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const slow: EventStore = {
      append: store.append.bind(store),
      readStream: store.readStream.bind(store),
      subscribe: store.subscribe.bind(store),
      head: store.head.bind(store),
      close: store.close.bind(store),
      readAll: async (from, limit) => gate.then(() => store.readAll(from, limit)),
    };
    const both = await open([shared, apart], { store: slow });
    expect(() => counted(both, 'shared')).toThrow(ProjectionsNotBuilt);
    await expect(both.inStep(['apart'])).rejects.toThrow(ProjectionsNotBuilt);
    expect(both.status().map(({ building }) => building?.done)).toEqual([0, 0]);
    go();
    await both.ready;
    expect(counted(both, 'apart')).toEqual({ a: 1 });
  });

  it('keep nobody waiting for what will not come, once following has broken off again and again', async () => {
    let breaks = 0;
    const failing: EventStore = {
      append: store.append.bind(store),
      readStream: store.readStream.bind(store),
      readAll: store.readAll.bind(store),
      head: store.head.bind(store),
      close: store.close.bind(store),
      subscribe: (_from, { onError }) => {
        const soon = setImmediate(() => onError?.(new Error(`the connection is gone (${(breaks += 1)})`)));
        return { stop: async () => clearImmediate(soon) };
      },
    };
    const said: string[] = [];
    const cut = await open([shared], { store: failing, log: (line) => said.push(line) });
    const last = await append('a');
    expect(await cut.waitFor('shared', last, 60_000)).toBe(false);
    expect(breaks).toBe(3);
    expect(said.join('\n')).toContain('Following the log broke off');
  });

  it('are not ready before they follow, however often that breaks off', async () => {
    await append('a');
    const first = await open([shared]);
    await first.ready;
    await first.close();
    await append('b');
    let breaks = 0;
    const recovering: EventStore = {
      append: store.append.bind(store),
      readStream: store.readStream.bind(store),
      readAll: store.readAll.bind(store),
      head: store.head.bind(store),
      close: store.close.bind(store),
      subscribe: (from, subscriber) => {
        if (breaks >= 3) return store.subscribe(from, subscriber);
        const soon = setImmediate(() => subscriber.onError?.(new Error(`the connection is gone (${(breaks += 1)})`)));
        return { stop: async () => clearImmediate(soon) };
      },
    };
    const again = await open([shared], { store: recovering });
    await again.ready;
    expect(breaks).toBe(3);
    expect(counted(again, 'shared')).toEqual({ a: 1, b: 1 });
  });
});

describe('the files of another release', () => {
  const next = counting('shared', { version: 2 });
  const beside = (projections: readonly Projection[]) =>
    buildBeside({ folder, projections, formats: [], logId: LOG_ID, log: store });

  it('are filled beside those in use, and found filled by the release that needs them', async () => {
    await append('a');
    const present = await open([shared]);
    await present.ready;
    const [built] = await beside([next]);
    expect(built).toEqual({ file: expect.stringContaining('views-0002-'), events: 1 });
    expect(await beside([next])).toEqual([{ file: built?.file, events: 0 }]);
    const last = await append('b');
    await present.waitFor('shared', last, AWAY);
    expect(counted(present, 'shared')).toEqual({ a: 1, b: 1 });
    await present.close();
    const told: number[] = [];
    const taken = await open([next], { onProgress: ({ done }) => told.push(done) });
    await taken.ready;
    expect(told).toEqual([]);
    expect(counted(taken, 'shared')).toEqual({ a: 1, b: 1 });
    expect(readdirSync(folder).some((name) => name.startsWith('views-0001-'))).toBe(false);
  });

  it('are filled by one at a time', async () => {
    for (let index = 0; index < 1_500; index += 1) await append('a');
    const outcomes = await Promise.allSettled([beside([next]), beside([next])]);
    const refused = outcomes.filter((it) => it.status === 'rejected').map((it) => it.reason as unknown);
    expect(refused).toEqual([expect.any(ProjectionsFault)]);
  });
});
