import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { viewerOf, type Role } from '#identity';
import { encode, type DomainEvent, type EventStore } from '#kernel';
import { openMemoryStore } from '#stores';
import { recorded, SPEC_LOG, type Past } from '#testing';
import { openViews, type EntityView, type Views } from '#views';
import { registrationView } from '../registration/view.js';
import type { EvaluationEvent } from './events.js';
import { openEvaluations, verdictsForModel } from './questions/index.js';
import {
  allScored,
  concluded,
  OWNER,
  planned,
  recusal,
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
async function append(stream: string, past: readonly Past<DomainEvent>[]): Promise<void> {
  const encoded = past.map((each) => {
    count += 1;
    const { event, meta } = recorded(stream, each);
    return encode(event.type, JSON.parse(JSON.stringify(event.data)), { ...meta, eventId: `event-${count}` });
  });
  await store.append(stream, 'any', encoded);
}

async function opened(): Promise<Views> {
  const all: readonly EntityView[] = [evaluationView, registrationView] as never;
  views = await openViews({ folder, views: all, store, logId: SPEC_LOG.logId });
  await views.waitFor(await store.head(), 5_000);
  return views;
}

const viewer = (subject: string, role: Role, unit: string) =>
  viewerOf(subject, [{ id: 'g', role, unit, from: '2026-01-01T00:00:00.000Z' }], NOW);
const evaluated = (id: string, past: readonly Past<EvaluationEvent>[]) => append(`evaluation-${id}`, past);

describe('Danh sách đánh giá', () => {
  it('fills the result’s columns only while a result is in force', async () => {
    await evaluated('a', untilConcluded);
    await evaluated('b', [...untilConcluded, { type: 'EvaluationReopened', data: { conflicted: [], resting: [] } }]);
    const rows = (await opened()).query(
      'SELECT id, unit, year, model, verdict, maintained, score FROM evaluation ORDER BY id',
    );
    const about = { unit: OWNER, year: 2026, model: 'model-1' };
    expect(rows).toEqual([
      { id: 'a', ...about, verdict: 'EFFECTIVE', maintained: 1, score: 8000 },
      { id: 'b', ...about, verdict: null, maintained: null, score: null },
    ]);
  });

  it('waits for the unit’s self-evaluation until it is in, then for each member’s score, then for a result', async () => {
    await evaluated('a', [planned()]);
    await evaluated('b', [planned(), selfEvaluated]);
    await evaluated('c', untilScoring);
    await evaluated('d', allScored);
    await evaluated('e', untilConcluded);
    const standing = (await opened()).query('SELECT id, kind, command, whom FROM _deadline ORDER BY id, ordinal');
    expect(standing.map(({ id, kind, command, whom }) => [id, kind, command, whom ?? '-'].join(' '))).toEqual([
      'a duty SubmitSelfEvaluation -',
      'a duty AppointPanel -',
      'b duty AppointPanel -',
      'c duty SubmitScore judge-1',
      'c duty SubmitScore judge-2',
      'c duty SubmitScore judge-3',
      'd duty ConcludeEvaluation -',
      'e right LodgeObjection -',
    ]);
  });

  it('is for the model’s unit, those who score and those who handle it', async () => {
    await evaluated('a', [...untilScoring, recusal('judge-1')]);
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
    expect((await all.ask(openEvaluations, { year: 2026, campaign: 'campaign-1' })).rows).toEqual([
      { open: 2, until: concluded.data.objectionsBefore },
    ]);
    expect((await all.ask(openEvaluations, { year: 2026, campaign: 'campaign-2' })).rows).toEqual([
      { open: 0, until: null },
    ]);
  });

  it('a model’s results in force, the latest first', async () => {
    const other: EvaluationEvent = {
      type: 'EvaluationConcluded',
      data: { ...concluded.data, verdict: 'NOT_EFFECTIVE', maintained: false },
    };
    await evaluated('a', untilConcluded);
    await evaluated('b', [planned({ year: 2027 }), other]);
    const all = await opened();
    expect((await all.ask(verdictsForModel, { model: 'model-1' })).rows).toEqual([
      { verdict: 'NOT_EFFECTIVE', maintained: 0, year: 2027 },
      { verdict: 'EFFECTIVE', maintained: 1, year: 2026 },
    ]);
    expect((await all.ask(verdictsForModel, { model: 'model-2' })).rows).toEqual([]);
  });
});
