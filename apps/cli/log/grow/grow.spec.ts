import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonical, decodeWith, eventIdOf, identityIn, isFence, parseStream, refold, type StoredEvent } from '#kernel';
import { lifecycleModules } from '#lifecycles';
import { planId } from '#lifecycles/plan';
import { openSqliteStore } from '#stores';
import { Problem } from '../../problem.js';
import { eventsOf, withLog } from '../open-log.js';
import { growLog } from './grow.js';

/** A recorded log in which every event type stands, with corrections and sealed reasons. */
const RECORDED = new URL('../../../../libs/lifecycles/golden/recorded/log.jsonl', import.meta.url);
const EVENTS = 4_000;
const NO_BAR = { update: () => undefined, stop: () => undefined };

interface Line {
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly eventId: string;
  readonly data: unknown;
  readonly metadata: unknown;
}

let place: string;
let grown: readonly StoredEvent[];
const folder = (name: string): string => join(place, name);

async function eventsIn(data: string): Promise<readonly StoredEvent[]> {
  return withLog(data, async (store) => {
    const events: StoredEvent[] = [];
    for await (const event of eventsOf(store)) events.push(event);
    return events;
  });
}

const grow = (data: string, events = EVENTS) =>
  growLog({ from: folder('year'), data: folder(data), events, groups: 2 }, NO_BAR);

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'kheo-grow-'));
  const store = await openSqliteStore({ file: join(folder('year'), 'log.db') });
  for (const line of readFileSync(RECORDED, 'utf8').trimEnd().split('\n')) {
    const { stream, revision, data, metadata, ...event } = JSON.parse(line) as Line;
    const stored = { eventId: event.eventId, type: event.type, data: canonical(data), metadata: canonical(metadata) };
    await store.append(stream, revision === 0 ? 'noStream' : revision - 1, [stored]);
  }
  await store.close();
  await grow('grown');
  grown = await eventsIn(folder('grown'));
});
afterAll(() => rmSync(place, { recursive: true }));

const metaOf = ({ metadata }: StoredEvent) => JSON.parse(metadata) as Readonly<Record<string, string>>;
const dataOf = ({ data }: StoredEvent) => JSON.parse(data) as Readonly<Record<string, string | number>>;

describe('A grown log', () => {
  it('has exactly as many events as were asked for, the year itself among them but for its fences', async () => {
    const year = (await eventsIn(folder('year'))).filter(({ stream }) => !isFence(stream));
    expect(grown).toHaveLength(EVENTS);
    const ids = new Set(year.map(({ eventId }) => eventId));
    const content = (events: readonly StoredEvent[]) => events.map(({ position: _, ...event }) => event);
    expect(content(grown.filter(({ eventId }) => ids.has(eventId)))).toEqual(content(year));
  });

  it('leads every stream to a state through today’s folds', () => {
    const { logId } = identityIn(grown[0] as StoredEvent);
    const folds = new Map(lifecycleModules.map(({ lifecycle }) => [lifecycle.name, lifecycle]));
    const streams = Map.groupBy(grown.slice(1), ({ stream }) => stream);
    for (const [stream, events] of streams) {
      const { name, id } = parseStream(stream);
      const fold = folds.get(name);
      if (!fold) throw new Error(`There is no lifecycle ${name}`);
      const decoded = events.map((event) => decodeWith(logId, fold, event));
      expect(refold(fold, id, decoded).state.status).not.toBe('none');
    }
  });

  it('is canonical, has no id twice and times that never run backwards', () => {
    expect(grown.filter(({ data }) => canonical(JSON.parse(data)) !== data)).toEqual([]);
    expect(grown.filter(({ metadata }) => canonical(JSON.parse(metadata)) !== metadata)).toEqual([]);
    expect(new Set(grown.map(({ eventId }) => eventId)).size).toBe(grown.length);
    const times = grown.map((event) => metaOf(event)['recordedAt'] ?? '');
    expect(times).toEqual([...times].sort());
  });

  it('names things as the engine would: ids that follow from others do', () => {
    const drafts = grown.filter(({ type }) => type === 'PlanDrafted');
    const campaigns = new Set(drafts.map((it) => dataOf(it)['campaign']));
    const units = new Set(drafts.map((it) => dataOf(it)['unit']));
    expect(Math.min(campaigns.size, units.size)).toBeGreaterThan(1);
    for (const draft of drafts) {
      const { campaign = '', unit = '', year = 0 } = dataOf(draft);
      expect(draft.stream).toBe(`plan-${planId(String(campaign), String(unit), Number(year))}`);
      expect(draft.eventId).toBe(eventIdOf(draft.stream, metaOf(draft)['commandId'] ?? '', 0));
    }
  });

  it('keeps what is sealed readable: each name says for which place it was sealed', () => {
    const { logId } = identityIn(grown[0] as StoredEvent);
    const lifecycle = lifecycleModules.find((it) => it.lifecycle.name === 'plan')?.lifecycle;
    if (!lifecycle) throw new Error('There are no plans');
    const responsible = grown
      .filter(({ type }) => type === 'PlanDrafted')
      .map((event) => decodeWith(logId, lifecycle, event).event.data as { content: { responsible: never } })
      .map(({ content }) => content.responsible as { ct: string; place: string });
    const places = Map.groupBy(responsible, ({ ct }) => ct);
    expect([...places.values()].every((same) => new Set(same.map((it) => it.place)).size === 1)).toBe(true);
    expect(places.size).toBeLessThan(responsible.length);
  });

  it('is the same each time', async () => {
    await grow('again', 1_500);
    expect(await eventsIn(folder('again'))).toEqual(grown.slice(0, 1_500));
  });

  it('is refused where something lies already, which stays as it is, and where there is no year', async () => {
    writeFileSync(join(place, 'taken'), 'mine');
    await expect(grow('taken')).rejects.toThrow(Problem);
    await expect(grow('year')).rejects.toThrow('không trống');
    await expect(
      growLog({ from: folder('nowhere'), data: folder('new'), events: EVENTS, groups: 1 }, NO_BAR),
    ).rejects.toThrow('Không có nhật ký');
    expect(readFileSync(join(place, 'taken'), 'utf8')).toBe('mine');
    expect(readdirSync(place)).not.toContain('new');
  });
});
