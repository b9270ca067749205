import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../testing/client.js';
import { expectRefused } from '../testing/expect-refusal.js';
import { accepted, bring, CAMPAIGN, content, draft, paper, plan, unit } from '../testing/plans.js';
import { startService, type RunningService } from '../testing/running-service.js';

const WARD = '19753';
let kheo: RunningService;
let clerk: Client;
beforeAll(async () => {
  kheo = await startService();
  clerk = kheo.as(`clerk.${WARD}`);
}, 60_000);
afterAll(() => kheo.stop());

const drafting = (over: object): object => draft(WARD, over);
const saying = (over: object): object => draft(WARD, { content: content(over) });
const task = (over: object): object => saying({ tasks: [{ title: 'Rà soát', due: '2026-10-01', ...over }] });

describe('dates that are refused', () => {
  it.each<[string, () => object, string, readonly string[]]>([
    [
      'a day that no calendar has',
      () => task({ due: '2026-02-30' }),
      'DATE_INVALID',
      ['input', 'content', 'tasks', '0', 'due'],
    ],
    [
      'a task after the campaign',
      () => task({ due: '2031-01-01' }),
      'DATE_OUTSIDE_CAMPAIGN',
      ['input', 'content', 'tasks', '0', 'due'],
    ],
    [
      'a day of another age',
      () => task({ due: '0001-01-01' }),
      'DATE_OUT_OF_RANGE',
      ['input', 'content', 'tasks', '0', 'due'],
    ],
    [
      'an effect after the campaign',
      () => drafting({ effectiveFrom: '2031-01-01T00:00:00+07:00' }),
      'DATE_OUTSIDE_CAMPAIGN',
      ['input', 'effectiveFrom'],
    ],
    [
      'a document of another year than its signature',
      () => drafting({ document: paper({ year: 2025 }) }),
      'DOCUMENT_YEAR_MISMATCH',
      ['input', 'document', 'year'],
    ],
    [
      'a day in another spelling',
      () => task({ due: '01/10/2026' }),
      'DATE_INVALID',
      ['input', 'content', 'tasks', '0', 'due'],
    ],
    [
      'an instant without its zone',
      () => drafting({ occurredAt: '2026-07-01T08:00:00' }),
      'INSTANT_INVALID',
      ['input', 'occurredAt'],
    ],
    [
      'an hour that no day has',
      () => drafting({ occurredAt: '2026-07-01T25:00:00Z' }),
      'INSTANT_INVALID',
      ['input', 'occurredAt'],
    ],
    ['a year before the campaign', () => drafting({ year: 2025 }), 'CYCLE_NOT_OPEN', ['input', 'year']],
    ['a year after the campaign', () => drafting({ year: 2031 }), 'CYCLE_NOT_OPEN', ['input', 'year']],
    ['a year out of all bounds', () => drafting({ year: 1999 }), 'NUMBER_OUT_OF_RANGE', ['input', 'year']],
    [
      'an act in the future',
      () => drafting({ occurredAt: '2026-12-24T00:00:00Z' }),
      'DATE_IN_FUTURE',
      ['input', 'occurredAt'],
    ],
    [
      'an act after the campaign',
      () => drafting({ occurredAt: '2031-01-01T00:00:00+07:00' }),
      'DATE_IN_FUTURE',
      ['input', 'occurredAt'],
    ],
    [
      'a document of the future',
      () => drafting({ document: paper({ signedOn: '2026-12-24' }) }),
      'DATE_IN_FUTURE',
      ['input', 'document', 'signedOn'],
    ],
    [
      'a document from before the campaign',
      () => drafting({ document: paper({ signedOn: '2025-12-31', year: 2025 }) }),
      'DATE_OUTSIDE_CAMPAIGN',
      ['input', 'document', 'signedOn'],
    ],
  ])('%s', (_, input, code, path) => expectRefused(kheo, clerk, 'draftPlan', input(), { code, path }));

  it('an act from before the campaign, by somebody who held the role then', async () => {
    const { subjects } = await kheo
      .as('sysadmin')
      .query<{ subjects: { nodes: { id: string; roles: { role: string }[] }[] } }>(
        '{ subjects(first: 100) { nodes { id roles { role } } } }',
      );
    const dpo = subjects.nodes.find((it) => it.roles.some(({ role }) => role === 'DPO'));
    await accepted(kheo.as('sysadmin'), 'grantRole', {
      id: dpo?.id,
      role: 'UNIT_CLERK',
      unit: unit('STP'),
      effectiveFrom: '2025-01-02T00:00:00+07:00',
      document: paper({ signedOn: '2025-01-02', year: 2025 }),
    });
    const revision = {
      id: await bring(kheo, 'STP', 'drafted'),
      content: content(),
      occurredAt: '2025-12-31T16:59:59Z',
    };
    await expectRefused(kheo, kheo.as('dpo'), 'revisePlan', revision, {
      code: 'DATE_OUTSIDE_CAMPAIGN',
      path: ['input', 'occurredAt'],
    });
  });
});

const DUE_WARD = '19774';
const OTHER_WARD = '19777';
/** The campaign was issued on 26 June 2026: its first year's plans are due within thirty days. */
const MOVED = '2026-10-31T17:00:00.000Z';

interface Shown {
  readonly plan: { readonly dueAt: string | null };
  readonly plans: { readonly nodes: readonly { readonly id: string }[] };
  readonly inbox: {
    readonly nodes: readonly { readonly command: string; readonly dueAt: string | null; readonly overdue: boolean }[];
  };
}
interface Late {
  readonly unitsWithout: readonly {
    readonly dueAt: string | null;
    readonly daysLate: number;
    readonly unit: { readonly id: string };
  }[];
}

describe('A window of the cycle that is extended', () => {
  /** What a clerk sees of the plan: on the dossier, in the list of what is due by the middle of October, in the inbox. */
  async function shownTo(ward: string): Promise<readonly unknown[]> {
    const {
      plan: one,
      plans,
      inbox,
    } = await kheo.as(`clerk.${ward}`).query<Shown>(
      `query ($id: ID!) {
        plan(id: $id) { dueAt }
        plans(where: { dueBefore: "2026-10-15" }, orderBy: { column: DUE_AT, direction: DESC }) { nodes { id } }
        inbox(first: 100) { nodes { command dueAt overdue } }
      }`,
      { id: plan(ward) },
    );
    const awaited = inbox.nodes.find(({ command }) => command.endsWith('Plan'));
    return [one?.dueAt, plans.nodes.map(({ id }) => id).includes(plan(ward)), awaited?.dueAt, awaited?.overdue];
  }
  const late = async (ward: string): Promise<readonly unknown[]> => {
    const { unitsWithout } = await kheo
      .as('snv.officer')
      .query<Late>('{ unitsWithout(year: 2026, what: PLAN) { dueAt daysLate unit { id } } }');
    const found = unitsWithout.find((it) => it.unit.id === unit(ward));
    return [found?.dueAt, found?.daysLate];
  };
  const at = (to: string): Promise<Response> =>
    fetch(`${kheo.url}/demo/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ to }),
    });

  it('moves every deadline that ends with it: the dossier’s, the inbox’s, the list’s and the late units’', async () => {
    await bring(kheo, DUE_WARD, 'issued');
    const [due] = await shownTo(DUE_WARD);
    expect(await shownTo(DUE_WARD)).toEqual([due, true, due, false]);
    expect(due).not.toBe(MOVED);
    await at('2026-10-01T02:00:00.000Z');
    expect(await shownTo(DUE_WARD)).toEqual([due, true, due, true]);
    expect(await late(DUE_WARD)).toEqual([due, expect.any(Number)]);
    expect((await late(DUE_WARD))[1]).toBeGreaterThan(0);

    const input = { id: CAMPAIGN, year: 2026, window: 'plansBefore', before: '2026-11-01', reason: 'Mưa lũ kéo dài' };
    await accepted(kheo.as('snv.leader'), 'extendDeadline', {
      ...input,
      document: paper({ issuer: 'Sở Nội vụ', type: 'CV', number: '12/SNV', signedOn: '2026-10-01' }),
    });
    expect(await shownTo(DUE_WARD)).toEqual([MOVED, false, MOVED, false]);
    expect(await late(DUE_WARD)).toEqual([MOVED, 0]);
    expect(await shownTo(OTHER_WARD)).toEqual([undefined, false, MOVED, false]);
  });

  it('leaves alone what has been sent: that is due by its own date', async () => {
    await accepted(kheo.as(`clerk.${DUE_WARD}`), 'submitPlan', { id: plan(DUE_WARD) });
    const { plan: sent } = await kheo.as('snv.officer').query<Shown>('query ($id: ID!) { plan(id: $id) { dueAt } }', {
      id: plan(DUE_WARD),
    });
    expect(sent.dueAt).not.toBe(MOVED);
    expect(sent.dueAt).toEqual(expect.any(String));
  });
});
