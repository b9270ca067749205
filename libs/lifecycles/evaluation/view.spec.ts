import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { viewerOf, type Role } from '#identity';
import { encode, type DomainEvent, type EventStore } from '#kernel';
import { openMemoryStore } from '#stores';
import { openViews, type EntityView, type Views } from '#views';
import { modelView } from '../model/view.js';
import { registrationView } from '../registration/view.js';
import { unitView } from '../unit/view.js';
import type { EvaluationEvent } from './events.js';
import {
  allScored,
  concluded,
  OWNER,
  planned,
  REGISTRATION,
  selfEvaluated,
  untilConcluded,
  untilScoring,
} from './spec-support/examples.js';
import { evaluationView } from './view.js';

const NOW = '2026-09-01T02:00:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'evaluation-views-'));
let store: EventStore;
let views: Views | undefined;

beforeEach(() => {
  store = openMemoryStore();
});
afterEach(async () => {
  await views?.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

let count = 0;
async function append(stream: string, events: readonly DomainEvent[]): Promise<void> {
  const encoded = events.map(({ type, data }) => {
    count += 1;
    const ids = {
      eventId: `event-${count}`,
      commandId: `command-${count}`,
      causationId: `command-${count}`,
      correlationId: `command-${count}`,
    };
    const actor = { subject: 'subject-1', role: 'SNV_OFFICER', unit: 'home-affairs', grant: 'grant-1' };
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
  await store.append(stream, 'any', encoded);
}

async function opened(): Promise<Views> {
  const all: readonly EntityView[] = [evaluationView, modelView, registrationView, unitView] as never;
  views = await openViews({ folder, views: all, store });
  await views.waitFor(await store.head(), 5_000);
  return views;
}

const viewer = (subject: string, role: Role, unit: string) =>
  viewerOf(subject, [{ id: 'g', role, unit, from: '2026-01-01T00:00:00.000Z' }], NOW);
const evaluated = (id: string, past: readonly EvaluationEvent[]) => append(`evaluation-${id}`, past);

describe('Danh sách đánh giá', () => {
  it('fills the result’s columns only while a result is in force', async () => {
    await evaluated('a', untilConcluded);
    await evaluated('b', [...untilConcluded, { type: 'EvaluationReopened', data: { conflicted: [] } }]);
    const rows = (await opened()).query(
      'SELECT id, unit, year, model, verdict, maintained, score FROM evaluation ORDER BY id',
    );
    const about = { unit: OWNER, year: 2026, model: 'model-1' };
    expect(rows).toEqual([
      { id: 'a', ...about, verdict: 'EFFECTIVE', maintained: 1, score: 8000 },
      { id: 'b', ...about, verdict: null, maintained: null, score: null },
    ]);
  });

  it('names the unit that owes a self-evaluation, until it is in', async () => {
    await evaluated('a', [planned()]);
    await evaluated('b', [planned(), selfEvaluated]);
    expect((await opened()).query('SELECT id, unit, status FROM evaluation__owed')).toEqual([
      { id: 'a', unit: OWNER, status: 'OPEN' },
    ]);
  });

  it('is for the model’s unit, those who score and those who handle it', async () => {
    await evaluated('a', [...untilScoring, { type: 'RecusalDeclared', data: { subject: 'judge-1' } }]);
    const all = await opened();
    const sees = (...who: Parameters<typeof viewer>): boolean =>
      all.get('evaluation', 'a', viewer(...who)) !== undefined;
    expect([
      sees('head-1', 'UNIT_HEAD', OWNER),
      sees('judge-2', 'PANELIST', 'unit-b'),
      sees('leader-1', 'SNV_LEADER', 'home-affairs'),
    ]).toEqual([true, true, true]);
    expect([
      sees('head-2', 'UNIT_HEAD', 'ward-2'),
      sees('judge-1', 'PANELIST', 'unit-a'),
      sees('judge-9', 'PANELIST', 'unit-b'),
    ]).toEqual([false, false, false]);
  });

  it('keeps a restricted model’s evaluation from those who are not cleared', async () => {
    await evaluated('a', [planned({ restricted: true })]);
    const all = await opened();
    expect(all.get('evaluation', 'a', viewer('m', 'MTTQ_SUPERVISOR', 'front'))).toBeUndefined();
    expect(all.get('evaluation', 'a', viewer('l', 'SNV_LEADER', 'home-affairs'))).toMatchObject({ restricted: true });
  });
});

describe('Các câu hỏi của quy trình khác', () => {
  it('how many evaluations of a year are open', async () => {
    await evaluated('a', [planned(), selfEvaluated]);
    await evaluated('b', allScored);
    await evaluated('c', untilConcluded);
    await evaluated('d', [planned({ year: 2027 })]);
    const all = await opened();
    expect(await all.ask('evaluation.openInYear', { year: 2026, campaign: 'campaign-1' })).toEqual([{ open: 2 }]);
  });

  it('a model’s results in force, the latest first, and whether it was effective in a year', async () => {
    await evaluated('a', untilConcluded);
    await evaluated('b', [
      planned({ year: 2027 }),
      {
        type: 'EvaluationConcluded',
        data: { ...concluded.data, verdict: 'NOT_EFFECTIVE', maintained: false },
      } as EvaluationEvent,
    ]);
    const all = await opened();
    expect(await all.ask('evaluation.verdictForModel', { model: 'model-1' })).toEqual([
      { verdict: 'NOT_EFFECTIVE', maintained: 0, year: 2027 },
      { verdict: 'EFFECTIVE', maintained: 1, year: 2026 },
    ]);
    expect(await all.ask('evaluation.verdictForModel', { model: 'model-2' })).toEqual([]);
    expect(await all.ask('evaluation.effectiveFor', { model: 'model-1', year: 2026 })).toEqual([
      { id: 'a', maintained: 1, score: 8000 },
    ]);
    expect(await all.ask('evaluation.effectiveFor', { model: 'model-1', year: 2027 })).toEqual([]);
  });

  it('how many accepted registrations of a year have no result yet', async () => {
    const draft = (model: string, year: number, campaign = 'campaign-1') => ({
      type: 'ModelRegistered',
      data: {
        campaign,
        model,
        unit: OWNER,
        year,
        kind: 'MODEL',
        field: 'digital',
        restricted: false,
        title: model,
        responsible: { $personal: 'person-1' },
        dueAt: NOW,
      },
    });
    const accepted = { type: 'RegistrationAccepted', data: { at: NOW } };
    await append(`registration-${REGISTRATION}`, [draft('model-1', 2026), accepted]);
    await append('registration-b', [draft('model-2', 2026), accepted]);
    await append('registration-c', [draft('model-3', 2026, 'campaign-2'), accepted]);
    await append('registration-d', [draft('model-4', 2026)]);
    await append('registration-e', [draft('model-5', 2027), accepted]);
    await evaluated('a', untilConcluded);
    await evaluated('b', [planned({ registration: 'b' }), selfEvaluated]);
    const all = await opened();
    expect(await all.ask('evaluation.missingInYear', { year: 2026 })).toEqual([{ open: 2 }]);
    expect(await all.ask('evaluation.missingInYear', { year: 2026, campaign: 'campaign-1' })).toEqual([{ open: 1 }]);
    expect(await all.ask('evaluation.missingInYear', { year: 2028, campaign: '' })).toEqual([{ open: 0 }]);
  });

  it('which units are tied to a model: what the owner was merged from, through every merger, and who adopted it', async () => {
    const registered = (key: string) => ({
      type: 'UnitRegistered',
      data: { key, name: key, kind: 'WARD', from: '2025-07-01', aliases: [], predecessors: [] },
    });
    const merged = (into: string) => ({ type: 'UnitMerged', data: { into, from: '2026-01-01' } });
    await append('unit-oldest', [registered('oldest'), merged('older')]);
    await append('unit-older', [registered('older'), merged(OWNER)]);
    await append(`unit-${OWNER}`, [registered(OWNER)]);
    await append('unit-stranger', [registered('stranger')]);
    const proposed = (model: string, unit: string, derivedFrom?: string) => ({
      type: 'ModelProposed',
      data: {
        model,
        campaign: 'campaign-1',
        unit,
        name: model,
        kind: 'MODEL',
        field: 'digital',
        joint: [],
        form: {},
        restricted: false,
        on: '2026-01-05',
        ...(derivedFrom && { derivedFrom }),
      },
    });
    await append('model-copy', [proposed('copy', 'adopter', 'model-1')]);
    await append('model-other', [proposed('other', 'stranger')]);
    const all = await opened();
    expect(await all.ask('evaluation.unitsTied', { unit: OWNER, model: 'model-1' })).toEqual([
      { unit: 'adopter' },
      { unit: 'older' },
      { unit: 'oldest' },
      { unit: OWNER },
    ]);
  });
});
