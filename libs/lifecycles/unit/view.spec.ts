import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventStore } from '#kernel';
import { openMemoryStore } from '#stores';
import { SPEC_LOG } from '#testing';
import { openViews, type Views } from '#views';
import type { UnitKind } from './events.js';
import { decidingNames, unitKin } from './questions/index.js';
import { active, dated, enrolled, exempted } from './spec-support/examples.js';
import { tell } from './spec-support/told.js';
import { unitView } from './view.js';

let folder: string;
let store: EventStore;
let views: Views;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unit-views-'));
  store = openMemoryStore();
});
afterEach(async () => {
  await views.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function opened(): Promise<Views> {
  views = await openViews({ folder, views: [unitView as never], store, logId: SPEC_LOG.logId });
  await views.waitFor(await store.head(), 5_000);
  return views;
}

const registered = (
  id: string,
  kind: UnitKind,
  names: readonly [name: string, from: string][],
  aliases: string[] = [],
) =>
  tell(store, `unit-${id}`, [
    { type: 'UnitRegistered', data: { key: id, kind, aliases, predecessors: [] } },
    ...names.map(([name, from]) => dated({ type: 'UnitNamed', data: { name } }, from)),
  ]);
const merged = (id: string, into: string) =>
  tell(store, `unit-${id}`, [...active, { type: 'UnitMerged', data: { into } }]);

describe('the kin of a unit', () => {
  it('is whatever was merged or split into it, over any number of steps, and itself', async () => {
    await merged('a', 'b');
    await merged('b', 'd');
    await tell(store, 'unit-c', [...active, { type: 'UnitSplit', data: { into: ['d', 'e'] } }]);
    await merged('other', 'f');
    const all = await opened();
    const kinOf = async (unit: string) => (await all.ask(unitKin as never, { unit })).rows.map((it) => it['unit']);
    expect(await kinOf('d')).toEqual(['a', 'b', 'c', 'd']);
    expect(await kinOf('e')).toEqual(['c', 'e']);
    expect(await kinOf('unknown')).toEqual(['unknown']);
  });
});

describe('the names of the body that decides', () => {
  it('are all that it has or had, and its aliases; nobody else’s', async () => {
    await registered(
      'city',
      'PEOPLES_COMMITTEE',
      [
        ['UBND tỉnh', '2010-01-01'],
        ['UBND thành phố Huế', '2025-01-01'],
      ],
      ['UBND TP Huế'],
    );
    await registered('ward', 'WARD', [['Phường', '2025-07-01']], ['Phường cũ']);
    const { rows } = await (await opened()).ask(decidingNames, {});
    expect(rows).toEqual([{ name: 'UBND TP Huế' }, { name: 'UBND thành phố Huế' }, { name: 'UBND tỉnh' }]);
  });
});

describe('what a unit publishes', () => {
  it('is its roster day by day, the end of an exemption included, and its names', async () => {
    await tell(store, 'unit-a', [...active, enrolled(true, '2026-01-01'), exempted('2026-03-01', '2026-06-01')]);
    const all = await opened();
    expect(all.query('SELECT value, valid_from FROM unit__standing ORDER BY ordinal')).toEqual([
      { value: 'OBLIGATED', valid_from: '2026-01-01' },
      { value: 'EXEMPT', valid_from: '2026-03-01' },
      { value: 'OBLIGATED', valid_from: '2026-06-01' },
    ]);
    expect(all.query('SELECT name, alias, valid_from FROM unit__name ORDER BY ordinal')).toEqual([
      { name: 'Phường Thuận Hóa', alias: 0, valid_from: '2025-07-01' },
      { name: 'Phường Thuận Hoá', alias: 1, valid_from: null },
    ]);
  });
});
