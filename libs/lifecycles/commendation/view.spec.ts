import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { viewerOf, type Role } from '#identity';
import { encode, prose, type DomainEvent, type EventStore } from '#kernel';
import { recipientKey } from '#lifecycles/recipient';
import { openMemoryStore } from '#stores';
import { recorded, SPEC_LOG, type Past } from '#testing';
import { openViews, type EntityView, type Views } from '#views';
import type { CommendationEvent } from './events.js';
import {
  dossier,
  draft,
  granted,
  item,
  ITEMS,
  NOW,
  person,
  prepared,
  sentBack,
  team,
  untilDecided,
  untilDecision,
  untilSubmitted,
  WARD,
  YEAR,
} from './spec-support/examples.js';
import { achievementsTaken, awardsStanding, proposers } from './questions/index.js';
import type { Dossier } from './state.js';
import { commendationView } from './view.js';

let folder = '';
let store: EventStore;
let views: Views | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'commendation-views-'));
  store = openMemoryStore();
});
afterEach(async () => {
  await views?.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

let count = 0;
async function append(id: string, past: readonly Past<DomainEvent>[], lifecycle = 'commendation'): Promise<void> {
  const encoded = past.map((each) => {
    count += 1;
    const { event, meta } = recorded(lifecycle, each);
    return encode(event.type, JSON.parse(JSON.stringify(event.data)), { ...meta, eventId: `event-${count}` });
  });
  await store.append(`${lifecycle}-${id}`, 'any', encoded);
}

async function opened(): Promise<Views> {
  const all: readonly EntityView[] = [commendationView] as never;
  views = await openViews({ folder, views: all, store, logId: SPEC_LOG.logId });
  await views.waitFor(await store.head(), 5_000);
  return views;
}

const viewer = (role: Role, unit: string) =>
  viewerOf('somebody', [{ id: 'g', role, unit, from: '2026-01-01T00:00:00.000Z' }], NOW);

const published: CommendationEvent = {
  type: 'DecisionPublished',
  data: {
    year: YEAR,
    items: ['a', 'b', 'c'].map((it) => ({ item: it, form: 'CERTIFICATE_OF_MERIT', recipient: team })),
  },
};
const cancelled: CommendationEvent = {
  type: 'CommendationCancelled',
  data: { item: 'a', ground: 'FRAUD', toRecover: false },
};
const secret = prepared([{ ...item('a', draft(team)), restricted: true }]);

describe('Danh sách hồ sơ khen thưởng', () => {
  it('says of each year whether something was decided, and how each item ended', async () => {
    await append('a', [prepared()]);
    await append('b', [...untilDecision, granted(['a', 'b']), sentBack(['c']), cancelled]);
    await append('c', untilSubmitted);
    const all = await opened();
    expect(
      all.query('SELECT id, unit, year, level, decided, granted, open, published FROM commendation ORDER BY id'),
    ).toEqual([
      { id: 'a', unit: WARD, year: YEAR, level: null, decided: 0, granted: 0, open: 3, published: 0 },
      { id: 'b', unit: WARD, year: YEAR, level: 'CITY', decided: 1, granted: 1, open: 1, published: 0 },
      { id: 'c', unit: WARD, year: YEAR, level: null, decided: 0, granted: 0, open: 3, published: 0 },
    ]);
    expect(
      all.query(
        "SELECT item, outcome, form, recipient_kind, cancelled FROM commendation__item WHERE id = 'b' ORDER BY item",
      ),
    ).toEqual([
      { item: 'a', outcome: 'GRANTED', form: 'CERTIFICATE_OF_MERIT', recipient_kind: 'COLLECTIVE', cancelled: 'FRAUD' },
      { item: 'b', outcome: 'GRANTED', form: 'CERTIFICATE_OF_MERIT', recipient_kind: 'INDIVIDUAL', cancelled: null },
      { item: 'c', outcome: 'RETURNED', form: 'CERTIFICATE_OF_MERIT', recipient_kind: 'INDIVIDUAL', cancelled: null },
    ]);
  });

  it('is the unit’s own, then the authorities’, then everyone’s', async () => {
    await append('a', [prepared()]);
    await append('b', untilSubmitted);
    await append('c', untilDecided);
    await append('d', [...untilDecided, published]);
    await append('e', [secret, ...untilSubmitted.slice(1)]);
    const all = await opened();
    const sees = (role: Role, unit: string): string =>
      ['a', 'b', 'c', 'd', 'e'].filter((id) => all.get('commendation', id, viewer(role, unit)) !== undefined).join('');
    expect(sees('UNIT_CLERK', WARD)).toBe('abcde');
    expect(sees('UNIT_CLERK', 'ward-2')).toBe('d');
    expect(sees('SNV_OFFICER', 'home-affairs')).toBe('bcde');
    expect(sees('MTTQ_SUPERVISOR', 'front')).toBe('bcd');
    expect(sees('PUBLISHER', 'portal')).toBe('d');
  });
});

describe('Những gì người xử lý lệnh tạm dừng hỏi', () => {
  const recipient = recipientKey(team);

  it('says who proposes a recipient, in whatever state the dossier is', async () => {
    const sent = (subject: string) => ({ meta: { actor: { subject, role: 'UNIT_HEAD', unit: WARD, grant: 'g' } } });
    const by = ['clerk-1', 'head-1'];
    await append(
      'a',
      untilSubmitted.map((event, index) => ({ event, ...sent(by[index] ?? '') })),
    );
    await append('b', [{ event: prepared([item('x', draft(person('p')))]), ...sent('clerk-2') }]);
    const all = await opened();
    expect((await all.ask(proposers, { recipient })).rows).toEqual([
      { subject: 'clerk-1', unit: WARD },
      { subject: 'head-1', unit: WARD },
    ]);
  });

  it('says where an award stands', async () => {
    await append('a', untilDecided);
    await append('b', [...untilDecided, cancelled]);
    await append('c', untilSubmitted);
    const all = await opened();
    expect((await all.ask(awardsStanding, { recipient })).rows).toEqual([{ dossier: 'a' }]);
  });
});

describe('Thành tích đang được đề nghị hoặc đã được khen (A22)', () => {
  const ask = async (all: Views, own: readonly string[] = []) =>
    (await all.ask(achievementsTaken, { fingerprints: [ITEMS[0]?.fingerprint ?? ''], except: own })).rows;
  const withItem = (id: string, past: readonly Past<CommendationEvent>[]): readonly Past<CommendationEvent>[] => [
    prepared([item(id, draft(team, 'model-1', 'CERTIFICATE_OF_COMMENDATION'))]),
    ...past.slice(1),
  ];

  it('meets across forms and dossiers, and leaves out the asking dossier’s own items', async () => {
    await append('a', withItem('x', untilSubmitted));
    const all = await opened();
    expect(await ask(all)).toEqual([{ fingerprint: ITEMS[0]?.fingerprint, dossier: 'a' }]);
    expect(await ask(all, ['x'])).toEqual([]);
  });

  it('is free again where it is only drafted, withdrawn, refused or cancelled', async () => {
    await append('a', withItem('w', [prepared()]));
    await append('b', withItem('x', [...untilSubmitted, { type: 'DossierWithdrawn', data: {} }]));
    await append(
      'c',
      withItem('y', [
        ...untilDecision,
        { type: 'CommendationRefused', data: { items: [{ item: 'y', reason: prose('Chưa đủ') }] } },
      ]),
    );
    await append('d', [...untilDecided, cancelled]);
    const all = await opened();
    expect(await ask(all)).toEqual([]);
    expect((dossier([...untilDecided, cancelled]).state as Dossier).items[0]?.award?.cancelled).toBe('FRAUD');
  });
});
