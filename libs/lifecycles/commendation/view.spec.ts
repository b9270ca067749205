import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { viewerOf, type Role } from '#identity';
import { encode, type EventStore } from '#kernel';
import { openMemoryStore } from '#stores';
import { openViews, type EntityView, type Views } from '#views';
import type { CommendationEvent } from './events.js';
import {
  dossier,
  draft,
  granted,
  held,
  item,
  ITEMS,
  NOW,
  prepared,
  sentBack,
  team,
  untilDecided,
  untilDecision,
  untilSubmitted,
  WARD,
  YEAR,
} from './spec-support/examples.js';
import { recipientKey } from './items.js';
import type { Dossier } from './state.js';
import { unitView } from '../unit/view.js';
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

async function append(
  id: string,
  events: readonly { readonly type: string; readonly data: object }[],
  lifecycle = 'commendation',
): Promise<void> {
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
    });
  });
  await store.append(`${lifecycle}-${id}`, 'any', encoded);
}

async function opened(): Promise<Views> {
  const all: readonly EntityView[] = [commendationView, unitView] as never;
  views = await openViews({ folder, views: all, store });
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
    await append('c', [...untilSubmitted, held('b')]);
    const all = await opened();
    expect(
      all.query('SELECT id, unit, year, level, decided, granted, open, held, published FROM commendation ORDER BY id'),
    ).toEqual([
      { id: 'a', unit: WARD, year: YEAR, level: null, decided: 0, granted: 0, open: 3, held: 0, published: 0 },
      { id: 'b', unit: WARD, year: YEAR, level: 'CITY', decided: 1, granted: 1, open: 1, held: 0, published: 0 },
      { id: 'c', unit: WARD, year: YEAR, level: null, decided: 0, granted: 0, open: 3, held: 1, published: 0 },
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

describe('Những gì quyết định khen thưởng hỏi', () => {
  const ask = async (all: Views, recipient = team) =>
    all.ask('commendation.heldRecipients', { recipients: JSON.stringify([recipientKey(recipient, WARD)]) });

  it('says in which dossiers a recipient is on hold, and since when', async () => {
    await append('a', [prepared(), held('a')]);
    await append('b', [...untilSubmitted, held('b')]);
    await append('c', [...untilSubmitted, held('a'), { type: 'RecipientHoldReleased', data: { item: 'a', at: NOW } }]);
    const all = await opened();
    expect(await ask(all)).toEqual([
      { recipient: recipientKey(team, WARD), dossier: 'a', since: '2026-11-20T02:00:00.000Z' },
    ]);
  });

  it('knows every registered name of the city’s People’s Committee, and of no other unit', async () => {
    const from = '2025-07-01';
    const registered = (key: string, kind: string, name: string, aliases: readonly string[]) => ({
      type: 'UnitRegistered',
      data: { key, kind, name, from, aliases, predecessors: [] },
    });
    await append(
      'city',
      [
        registered('UBND-TP', 'PEOPLES_COMMITTEE', 'UBND thành phố', ['UBND thành phố Huế']),
        { type: 'UnitRenamed', data: { name: 'UBND TP. Huế', from } },
      ],
      'unit',
    );
    await append('ward', [registered('1', 'WARD', 'Phường Phú Xuân', ['UBND phường Phú Xuân'])], 'unit');
    const all = await opened();
    expect(await all.ask('commendation.deciders', {})).toEqual([
      { name: 'UBND TP. Huế' },
      { name: 'UBND thành phố' },
      { name: 'UBND thành phố Huế' },
    ]);
  });
});

describe('Thành tích đang được đề nghị hoặc đã được khen (A22)', () => {
  const ask = async (all: Views, own: readonly string[] = []) =>
    all.ask('commendation.achievementsTaken', {
      fingerprints: JSON.stringify([ITEMS[0]?.fingerprint]),
      except: JSON.stringify(own),
    });
  const withItem = (id: string, past: readonly CommendationEvent[]): readonly CommendationEvent[] => [
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
        { type: 'CommendationRefused', data: { items: [{ item: 'y', reason: 'Chưa đủ' }] } },
      ]),
    );
    await append('d', [...untilDecided, cancelled]);
    const all = await opened();
    expect(await ask(all)).toEqual([]);
    expect((dossier([...untilDecided, cancelled]).state as Dossier).items[0]?.award?.cancelled).toBe('FRAUD');
  });
});
