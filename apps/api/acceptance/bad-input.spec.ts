import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '#graphql';
import type { Client } from '../testing/client.js';
import { newCommandId } from '../testing/client.js';
import { expectRefused, expectRequestRefused } from '../testing/expect-refusal.js';
import { accepted, CAMPAIGN, content, draft, paper, plan, planStream, unit } from '../testing/plans.js';
import { startService, type RunningService } from '../testing/running-service.js';

const WARD = '19753';
const NOBODY = '00000000-0000-4000-8000-000000000000';
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
const IN_TITLE = ['input', 'content', 'title'];

describe('what does not fit the schema', () => {
  it.each<[string, () => object, readonly string[], RegExp]>([
    ['a field that does not exist', () => drafting({ colour: 'đỏ' }), ['input'], /colour/],
    ['a field that does not exist, further in', () => saying({ colour: 'đỏ' }), ['input', 'content'], /colour/],
    ['a number written as text', () => drafting({ year: '2026' }), ['input', 'year'], /Int/],
    ['a fraction for a whole number', () => drafting({ year: 2026.5 }), ['input', 'year'], /Int/],
    ['a text where parts belong', () => drafting({ content: 'Kế hoạch' }), ['input', 'content'], /PlanContentInput/],
    ['a number where text belongs', () => saying({ title: 2026 }), IN_TITLE, /String/],
    ['a list where one text belongs', () => saying({ title: ['Kế hoạch'] }), IN_TITLE, /String/],
    ['a code that the enum does not have', () => saying({ mode: 'SECRET' }), ['input', 'content', 'mode'], /PlanMode/],
    ['nothing where something is required', () => saying({ title: null }), IN_TITLE, /non-nullable/],
    [
      'a number where a date belongs',
      () => task({ due: 20261001 }),
      ['input', 'content', 'tasks', '0', 'due'],
      /LocalDate/,
    ],
  ])('%s', async (_, input, path, detail) => {
    const error = await expectRequestRefused(kheo, (language) => clerk.command('draftPlan', input(), { language }), {
      status: 400,
      code: 'REQUEST_INVALID',
      path,
    });
    expect(error.message).toMatch(detail);
  });

  it('repeats no value of a variable, which might name a person', async () => {
    const { text } = await clerk.command('draftPlan', saying({ responsible: named('Trần Bí Mật; nhé'), colour: 'đỏ' }));
    expect(text).not.toContain('Bí Mật');
  });
});

const named = (name: string) => ({ name, position: 'Chủ tịch' });

describe('texts', () => {
  it.each<[string, () => object, string, readonly string[]]>([
    ['empty', () => saying({ title: '' }), 'TEXT_EMPTY', IN_TITLE],
    ['white space alone', () => saying({ title: ' \u00a0\t ' }), 'TEXT_EMPTY', IN_TITLE],
    ['longer than the field', () => saying({ title: 'k'.repeat(301) }), 'TEXT_TOO_LONG', IN_TITLE],
    [
      'a name longer than a name',
      () => saying({ responsible: named('k'.repeat(121)) }),
      'TEXT_TOO_LONG',
      ['input', 'content', 'responsible', 'name'],
    ],
    ['a reason longer than a page', () => drafting({ reason: 'k'.repeat(2001) }), 'TEXT_TOO_LONG', ['input', 'reason']],
    [
      'one of several empty',
      () => saying({ fields: ['ADMIN_REFORM_DIGITAL', ''] }),
      'TEXT_EMPTY',
      ['input', 'content', 'fields'],
    ],
    [
      'a document number longer than the field',
      () => drafting({ document: paper({ number: '1'.repeat(61) }) }),
      'TEXT_TOO_LONG',
      ['input', 'document', 'number'],
    ],
  ])('%s', (_, input, code, path) =>
    expectRefused(kheo, clerk, 'draftPlan', input(), { code, path, typename: 'InvalidInput' }),
  );

  it.each<[string, string]>([
    ['a null character', 'Kế\u0000hoạch'],
    ['a bell', 'Kế\u0007hoạch'],
    ['a C1 control', 'Kế\u0085hoạch'],
    ['a line break in one line', 'Kế\nhoạch'],
    ['a Unicode line separator', 'Kế\u2028hoạch'],
    ['a lone high surrogate', 'Kế \ud800 hoạch'],
    ['a lone low surrogate', 'Kế hoạch \udc00'],
    ['a right-to-left override', 'Kế \u202ehcạoh'],
    ['a direction isolate', 'Kế \u2066hoạch'],
    ['a left-to-right mark', 'Kế\u200ehoạch'],
    ['an Arabic letter mark', 'Kế\u061choạch'],
    ['a zero width space', 'Kế\u200bhoạch'],
    ['a zero width joiner', 'Kế\u200dhoạch'],
    ['a word joiner', 'Kế\u2060hoạch'],
    ['a byte order mark', 'Kế\ufeffhoạch'],
    ['a soft hyphen', 'Kế\u00adhoạch'],
    ['a tag character', 'Kế\u{e0041}hoạch'],
    ['a noncharacter', 'Kế\uffffhoạch'],
    ['a private use character', 'Kế\ue000hoạch'],
  ])('with %s', (_, title) =>
    expectRefused(kheo, clerk, 'draftPlan', saying({ title }), { code: 'TEXT_NOT_CLEAN', path: IN_TITLE }),
  );

  it('with a lone surrogate in a name do not repeat the name', async () => {
    const { userErrors } = await clerk.mutate('draftPlan', saying({ responsible: named('Trần Bí Mật \ud800') }));
    expect(userErrors).toMatchObject([{ code: 'TEXT_NOT_CLEAN', path: ['input', 'content', 'responsible', 'name'] }]);
    expect(JSON.stringify(userErrors)).not.toContain('Bí Mật');
  });

  it('in a search', async () => {
    const search = 'query($search: String) { plans(where: { search: $search }) { totalCount } }';
    const send = (language: 'vi' | 'en') => clerk.send(search, { search: 'a\u0000' }, { language });
    await expectRequestRefused(kheo, send, { status: 200, code: 'TEXT_NOT_CLEAN', path: ['where', 'search'] });
  });
});

describe('lists', () => {
  it.each<[string, () => object, readonly string[]]>([
    [
      'of more tasks than a plan has',
      () => saying({ tasks: Array.from({ length: 101 }, () => ({ title: 'Việc', due: '2026-10-01' })) }),
      ['input', 'content', 'tasks'],
    ],
    [
      'of more units than take part',
      () => saying({ coordination: Array.from({ length: 101 }, () => unit('STP')) }),
      ['input', 'content', 'coordination'],
    ],
    [
      'of more fields than there are',
      () => saying({ fields: Array.from({ length: 21 }, () => 'SOCIO_ECONOMIC') }),
      ['input', 'content', 'fields'],
    ],
  ])('%s', (_, input, path) => expectRefused(kheo, clerk, 'draftPlan', input(), { code: 'LIST_TOO_LONG', path }));

  it('with an entry twice', () =>
    expectRefused(kheo, clerk, 'draftPlan', saying({ fields: ['SOCIO_ECONOMIC', 'SOCIO_ECONOMIC'] }), {
      code: 'LIST_REPEATS',
      path: ['input', 'content', 'fields'],
    }));
});

describe('identifiers', () => {
  it.each<[string, () => object, string, readonly string[]]>([
    ['a command id that is no UUID', () => drafting({ commandId: 'một' }), 'UUID_INVALID', ['input', 'commandId']],
    ['an id of another type', () => drafting({ unit: CAMPAIGN }), 'ID_INVALID', ['input', 'unit']],
    ['a bare id', () => drafting({ unit: NOBODY }), 'ID_INVALID', ['input', 'unit']],
    ['an id with a lone surrogate', () => drafting({ unit: '\ud800' }), 'ID_INVALID', ['input', 'unit']],
    [
      'a file hash that is none',
      () => drafting({ document: paper({ hash: 'abc' }) }),
      'HASH_INVALID',
      ['input', 'document', 'hash'],
    ],
    [
      'a field that the campaign does not have',
      () => saying({ fields: ['SPORT'] }),
      'FIELD_UNKNOWN',
      ['input', 'content', 'fields'],
    ],
  ])('%s', (_, input, code, path) => expectRefused(kheo, clerk, 'draftPlan', input(), { code, path }));

  it('a unit that does not exist', async () => {
    const nobody = toGlobalId('Unit', NOBODY);
    await expectRefused(kheo, clerk, 'draftPlan', drafting({ unit: nobody }), { code: 'NOT_COMPETENT' });
    await expectRefused(
      kheo,
      kheo.as('snv.officer'),
      'renameUnit',
      { id: nobody, name: 'Phường Không Có', document: paper() },
      { code: 'NOT_FOUND' },
    );
  });

  it('a coordinating unit that does not exist, or the own one', async () => {
    const path = ['input', 'content', 'coordination'];
    await expectRefused(kheo, clerk, 'draftPlan', saying({ coordination: [toGlobalId('Unit', NOBODY)] }), {
      code: 'UNIT_NOT_IN_OPERATION',
      path,
    });
    await expectRefused(kheo, clerk, 'draftPlan', saying({ coordination: [unit(WARD)] }), {
      code: 'COORDINATION_WITH_ITSELF',
      path,
    });
  });

  it('a role at a unit that does not exist', async () => {
    const { subjects } = await kheo
      .as('sysadmin')
      .query<{ subjects: { nodes: { id: string }[] } }>('{ subjects(first: 1) { nodes { id } } }');
    const grant = {
      id: subjects.nodes[0]?.id,
      role: 'UNIT_CLERK',
      unit: toGlobalId('Unit', NOBODY),
      document: paper(),
    };
    await expectRefused(kheo, kheo.as('sysadmin'), 'grantRole', grant, {
      code: 'UNIT_NOT_IN_OPERATION',
      path: ['input', 'unit'],
    });
  });

  it('a campaign that does not exist', () =>
    expectRefused(kheo, clerk, 'draftPlan', drafting({ campaign: toGlobalId('Campaign', NOBODY) }), {
      code: 'CAMPAIGN_NOT_FOUND',
    }));

  it('a unit that has been dissolved', async () => {
    const ended = '19789';
    await accepted(kheo.as('snv.leader'), 'dissolveUnit', { id: unit(ended), document: paper() });
    await expectRefused(kheo, kheo.as(`clerk.${ended}`), 'draftPlan', draft(ended), {
      code: 'UNIT_NOT_IN_OPERATION',
    });
    const rename = { id: unit(ended), name: 'Phường Mới', document: paper() };
    await expectRefused(kheo, kheo.as('snv.officer'), 'renameUnit', rename, {
      code: 'TRANSITION_NOT_ALLOWED',
      typename: 'TransitionNotAllowed',
    });
    const merge = { id: unit(WARD), into: unit(ended), document: paper() };
    await expectRefused(kheo, kheo.as('snv.leader'), 'mergeUnit', merge, {
      code: 'SUCCESSOR_NOT_ACTIVE',
      path: ['input', 'into'],
    });
  });
});

describe('names in decomposed Unicode', () => {
  it('are stored composed, and are the same command as the composed ones', async () => {
    const commandId = newCommandId();
    const title = 'Kế hoạch phường Phú Xuân đổi mới';
    const first = await accepted(clerk, 'draftPlan', {
      ...saying({ title: `  ${title.normalize('NFD')} `, responsible: named('Trần Thị Thử'.normalize('NFD')) }),
      commandId,
    });
    const again = await accepted(clerk, 'draftPlan', {
      ...saying({ title, responsible: named('Trần Thị Thử') }),
      commandId,
    });
    expect(again).toEqual({ ...first, repeated: true });
    const [stored] = await kheo.service.store.readStream(planStream(WARD));
    expect(stored?.data).toContain(title);
    const shown = await clerk.query<{ plan: { title: string; responsible: { name: string } } }>(
      'query($id: ID!) { plan(id: $id) { title responsible { name } } }',
      { id: plan(WARD) },
    );
    expect(shown.plan).toEqual({ title, responsible: { name: 'Trần Thị Thử' } });
  });
});
