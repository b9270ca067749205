import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Client } from '../testing/client.js';
import { expectRefused } from '../testing/expect-refusal.js';
import { accepted, bring, content, draft, paper, unit } from '../testing/plans.js';
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

describe('dates', () => {
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
