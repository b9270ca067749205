import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { viewerOf, type Role } from '#identity';
import { encode, type EventStore } from '#kernel';
import { openMemoryStore } from '#stores';
import { openViews, type EntityView, type Views } from '#views';
import type { ReplicationEvent } from './events.js';
import { adopting, halted, invited, NOW, ORIGIN, proposed, YEAR } from './spec-support/examples.js';
import { replicationsUnderWay } from './questions/index.js';
import { replicationView } from './view.js';

let folder = '';
let store: EventStore;
let views: Views | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replication-views-'));
  store = openMemoryStore();
});
afterEach(async () => {
  await views?.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function append(id: string, events: readonly ReplicationEvent[]): Promise<void> {
  const actor = { subject: 'subject-1', role: 'SNV_OFFICER', unit: 'home-affairs', grant: 'grant-1' };
  const encoded = events.map(({ type, data }, index) => {
    const ids = {
      eventId: `${id}-${index}`,
      commandId: `${id}-c${index}`,
      causationId: `${id}-c${index}`,
      correlationId: `${id}-c${index}`,
    };
    return encode(type, JSON.parse(JSON.stringify(data)), {
      ...ids,
      commandType: 'Test',
      commandHash: 'hash',
      occurredAt: NOW,
      recordedAt: NOW,
      classification: 'INTERNAL',
      actor,
      salt: '',
    });
  });
  await store.append(`replication-${id}`, 'any', encoded);
}

async function opened(): Promise<Views> {
  const all: readonly EntityView[] = [replicationView] as never;
  views = await openViews({ folder, views: all, store, logId: 'log' });
  await views.waitFor(await store.head(), 5_000);
  return views;
}

const viewer = (role: Role, unit: string) =>
  viewerOf('somebody', [{ id: 'g', role, unit, from: '2026-01-01T00:00:00.000Z' }], NOW);

describe('Danh sách nhân rộng', () => {
  it('says of each year whether something was decided, and how far it spread', async () => {
    await append('a', [proposed]);
    await append('b', adopting);
    const all = await opened();
    expect(all.query('SELECT id, unit, model, year, scope, decided, spread FROM replication ORDER BY id')).toEqual([
      { id: 'a', unit: ORIGIN, model: 'model-1', year: YEAR, scope: null, decided: 0, spread: 0 },
      { id: 'b', unit: ORIGIN, model: 'model-1', year: YEAR, scope: 'CITY_WIDE', decided: 1, spread: 1 },
    ]);
    expect(all.query('SELECT unit, status, model FROM replication__adoption ORDER BY unit')).toEqual([
      { unit: 'ward-2', status: 'ADOPTING', model: 'model-of-ward-2' },
      { unit: 'ward-3', status: 'INVITED', model: null },
    ]);
  });

  it('is for those who handle it until it is decided, then for all; a restricted one only for its parties and the cleared', async () => {
    const secret: ReplicationEvent = { ...proposed, data: { ...proposed.data, restricted: true } } as ReplicationEvent;
    await append('a', [proposed]);
    await append('b', adopting);
    await append('c', [
      secret,
      ...adopting
        .slice(1)
        .map((it) => (it.type === 'ReplicationDecided' ? { ...it, data: { ...it.data, restricted: true } } : it)),
      invited('ward-4'),
    ]);
    const all = await opened();
    const sees = (role: Role, unit: string): readonly boolean[] =>
      ['a', 'b', 'c'].map((id) => all.get('replication', id, viewer(role, unit)) !== undefined);
    expect(sees('UNIT_HEAD', 'ward-9')).toEqual([false, true, false]);
    expect(sees('UNIT_HEAD', 'ward-4')).toEqual([false, true, true]);
    expect(sees('UNIT_HEAD', ORIGIN)).toEqual([true, true, true]);
    expect(sees('MTTQ_SUPERVISOR', 'front')).toEqual([true, true, false]);
    expect(sees('SNV_LEADER', 'home-affairs')).toEqual([true, true, true]);
  });

  it('knows what is under way for a model in a year', async () => {
    await append('a', [...adopting, halted]);
    await append('b', adopting);
    const all = await opened();
    const underWay = async (year: number) => (await all.ask(replicationsUnderWay, { model: 'model-1', year })).rows;
    expect(await underWay(YEAR)).toEqual([{ id: 'b', year: YEAR }]);
    expect(await underWay(2027)).toEqual([]);
  });
});
