import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '#graphql';
import { canonical, type Json, type Question } from '#kernel';
import { lifecycleModules } from '#lifecycles';
import { overviewAnswers } from '#overview';
import { deadlinesIn } from '#processes';
import { personRegister } from '#registers';
import { hueCampaignId } from '#seed';
import { listsOf, readEveryWay } from '../testing/list-reads.js';
import { faultsOf } from '../testing/query-plans.js';
import { recordStatements, type Recorder } from '../testing/recorded-statements.js';
import { startService, type RunningService } from '../testing/running-service.js';

/** A recorded log in which every kind of dossier stands in many states. */
const RECORDED = new URL('../../../libs/lifecycles/golden/recorded/log.jsonl', import.meta.url);
/** Who handles, owns, leads, stands in for others, supervises, sits on panels, sees nothing but its own, and sees everything. */
const READERS = ['snv.officer', 'snv.leader', 'clerk.19753', 'head.19753', 'vpub', 'ubnd.chairman', 'auditor'];
/** Lists are read by one who sees one circle and its own, and by one who sees every circle. */
const LIST_READERS = ['clerk.19753', 'auditor'];

interface Line {
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly eventId: string;
  readonly data: unknown;
  readonly metadata: unknown;
}

let recorder: Recorder;
let kheo: RunningService;

beforeAll(async () => {
  recorder = recordStatements();
  kheo = await startService('restricted');
  await fill();
}, 120_000);
afterAll(async () => {
  recorder.stop();
  await kheo.stop();
});

/** Adds the recorded dossiers; a stream that the service has begun itself stays as it is. */
async function fill(): Promise<void> {
  const { store, views } = kheo.service;
  for (const line of readFileSync(RECORDED, 'utf8').trimEnd().split('\n')) {
    const { stream, revision, data, metadata, eventId, type } = JSON.parse(line) as Line;
    const event = { eventId, type, data: canonical(data), metadata: canonical(metadata) };
    await store.append(stream, revision === 0 ? 'noStream' : revision - 1, [event]);
  }
  await views.waitFor(await store.head(), 30_000);
}

/** Some parameters for a question. */
const paramsFor = ({ asks }: Question): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    Object.entries(asks).map(([name, kind]) => [
      name,
      kind === 'ids' ? ['x'] : kind.startsWith('integer') ? 2026 : 'x',
    ]),
  );

const OVERVIEWS = `{
  inbox(first: 1) { totalCount nodes { title unit { id } } pageInfo { endCursor } }
  targets(year: 2026) { key }
  plans: unitsWithout(year: 2026, what: PLAN) { unit { id } }
  registrations: unitsWithout(year: 2026, what: REGISTRATION) { unit { id } }
  evaluations: unitsWithout(year: 2026, what: EVALUATION) { unit { id } }
  me { name }
}`;

describe('Every statement by which the views are read', () => {
  const complaints = (): readonly string[] =>
    recorder
      .prepared()
      .flatMap((it) => faultsOf(it.sql, recorder.planOf(it)).map((fault) => `${fault}\n  in ${it.sql}`));

  it('finds what it wants by an index: all lists, in all orders, under all filters', async () => {
    for (const reader of LIST_READERS)
      for (const list of await listsOf(kheo.as(reader))) await readEveryWay(kheo.as(reader), list);
    expect(recorder.prepared().length).toBeGreaterThan(300);
    expect(complaints()).toEqual([]);
  }, 60_000);

  it('does so in the inbox, the targets, and for whoever is late', async () => {
    for (const reader of READERS) {
      const { inbox } = await kheo.as(reader).query<{ inbox: { pageInfo: { endCursor: string | null } } }>(OVERVIEWS);
      const { endCursor } = inbox.pageInfo;
      if (endCursor !== null)
        await kheo.as(reader).query(`{ inbox(first: 1, after: "${endCursor}") { nodes { title } } }`);
    }
    expect(complaints()).toEqual([]);
  });

  it('does so for every question that a lifecycle or an overview answers, and for the persons that it names', async () => {
    const { views } = kheo.service;
    const answers = [...lifecycleModules.flatMap(({ view }) => view.answers ?? []), ...overviewAnswers];
    for (const { question } of answers) await views.ask(question, paramsFor(question));
    await personRegister(views.projections).find(['nobody'], kheo.service.engine.reads());
    await kheo.as('auditor').query(`{ node(id: "${toGlobalId('Campaign', hueCampaignId)}") { id } }`);
    expect(complaints()).toEqual([]);
  });

  it('does so for whatever the system’s own processes look at', async () => {
    const deadlines = deadlinesIn(kheo.service.views);
    const now = '2027-01-01T00:00:00.000Z';
    const cycle = { campaign: hueCampaignId, year: 2026, now };
    await deadlines.page({ dueAt: '', key: '' }, now, 100);
    await deadlines.of('plan-x');
    await deadlines.windows(hueCampaignId, now);
    await deadlines.openNotices('plan-x');
    for (const kind of ['campaign', 'unit'] as const) await deadlines.noticed(kind, 'x', '', 100);
    for (const { lifecycle } of deadlines.owed) {
      await deadlines.owing(lifecycle, cycle, { unit: 'x' });
      await deadlines.owing(lifecycle, cycle, { after: '', most: 100 });
    }
    expect(complaints()).toEqual([]);
  });
});

describe('A statement that no key fits', () => {
  const complaintsAbout = (sql: string): readonly string[] => {
    kheo.service.views.query(sql);
    const found = recorder.prepared().find((it) => it.sql === sql);
    if (!found) throw new Error('The statement was not recorded');
    return faultsOf(sql, recorder.planOf(found));
  };

  it.each([
    ['reads a whole table', `SELECT id FROM plan WHERE late = 1`],
    ['walks where nobody asked for a circle', `SELECT id FROM plan INDEXED BY plan_list_created_at ORDER BY audience`],
    [
      'looks through a cycle for each unit',
      `SELECT id FROM "unit" WHERE EXISTS (SELECT 1 FROM registration AS it INDEXED BY registration_by_status_due_at
        WHERE it.status = 'accepted' AND it.unit = "unit".id)`,
    ],
    [
      'sorts a circle',
      `SELECT id FROM plan INDEXED BY plan_list_created_at WHERE audience = 'EVERYONE' AND restricted = 0 ORDER BY late`,
    ],
  ])('is told: it %s', (_what, sql) => expect(complaintsAbout(sql)).toHaveLength(1));
});
