import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromGlobalId, toGlobalId } from '#graphql';
import { subjectId } from '#identity';
import { PERSONAS } from '#seed';
import { DEMO_ISSUER } from '../log-expectation.js';
import type { Client } from '../testing/client.js';
import { accepted, bring, CAMPAIGN, content, draft, plan, unit } from '../testing/plans.js';
import { startService, type RunningService } from '../testing/running-service.js';

const WARD = '19753';
const OTHER = '19789';
const TITLE = 'Dự thảo chưa ai được biết';
let kheo: RunningService;
beforeAll(async () => {
  kheo = await startService('restricted');
  await accepted(kheo.as(`clerk.${WARD}`), 'draftPlan', draft(WARD, { content: content({ title: TITLE }) }));
}, 60_000);
afterAll(() => kheo.stop());

/** Every way to come by a plan: by its id, by the list under every filter, by counting, and through history. */
const WAYS = `query($id: ID!, $unit: ID!, $title: String!) {
  node(id: $id) { id ... on Plan { title } }
  nodes(ids: [$id, $unit]) { id }
  plan(id: $id) { id title history { id } availableActions { command } }
  all: plans(first: 100) { totalCount nodes { id } edges { node { id } } pageInfo { hasNextPage } }
  ofUnit: plans(where: { unit: [$unit] }) { totalCount nodes { id } }
  byTitle: plans(where: { search: $title }) { totalCount nodes { id } }
  byStatus: plans(where: { status: [DRAFTED, ISSUED, WITHDRAWN] }) { totalCount nodes { id } }
  byYear: plans(where: { year: 2026 }, orderBy: { column: DUE_AT, direction: DESC }) { totalCount nodes { id } }
  backwards: plans(last: 100) { totalCount nodes { id } }
}`;

async function waysTo(client: Client, unitKey: string): Promise<string> {
  return JSON.stringify(await client.query(WAYS, { id: plan(unitKey), unit: unit(unitKey), title: TITLE }));
}

describe('a draft is the unit’s own', () => {
  it.each([`clerk.${WARD}`, `head.${WARD}`])('%s sees it every way', async (sub) => {
    const found = JSON.parse(await waysTo(kheo.as(sub), WARD)) as Record<string, { totalCount?: number }>;
    for (const list of ['all', 'ofUnit', 'byTitle', 'byStatus', 'byYear', 'backwards'])
      expect({ list, ...found[list] }).toMatchObject({ list, totalCount: 1 });
    expect(JSON.stringify(found)).toContain(plan(WARD));
  });

  // One who handles and one who does not; everybody else is in the matrix.
  it.each([`clerk.${OTHER}`, 'snv.officer'])('%s comes by it no way at all', async (sub) => {
    const text = await waysTo(kheo.as(sub), WARD);
    expect(text).not.toContain(plan(WARD));
    expect(text).not.toContain(TITLE);
    const found = JSON.parse(text) as Record<string, { totalCount?: number } | null>;
    expect(found['node']).toBeNull();
    expect(found['plan']).toBeNull();
    for (const list of ['all', 'ofUnit', 'byTitle', 'byStatus', 'byYear', 'backwards'])
      expect({ list, ...found[list] }).toMatchObject({ list, totalCount: 0 });
  });

  it('answers a foreign unit’s command as a plan that is not there would', async () => {
    const foreign = await kheo.as(`clerk.${OTHER}`).mutate('revisePlan', { id: plan(WARD), content: content() });
    const absent = await kheo.as(`clerk.${OTHER}`).mutate('revisePlan', { id: plan('19804'), content: content() });
    expect(foreign).toEqual(absent);
  });

  it('answers a command that names a foreign dossier as if that were not there', async () => {
    const other = kheo.as(`clerk.${OTHER}`);
    const draftModel = {
      ...{
        campaign: CAMPAIGN,
        unit: unit(WARD),
        field: 'SOCIO_ECONOMIC',
        name: 'Mô hình riêng',
        kind: 'MODEL',
        joint: [],
      },
      form: { situation: 'Nội dung' },
    };
    await accepted(kheo.as(`clerk.${WARD}`), 'proposeModel', draftModel);
    const { models } = await kheo
      .as(`clerk.${WARD}`)
      .query<{ models: { nodes: { id: string }[] } }>('{ models { nodes { id } } }');
    const register = (model: string) =>
      other.mutate('registerModel', {
        ...{ campaign: CAMPAIGN, unit: unit(OTHER), year: 2026, model },
        responsible: { name: 'Ngô Kiểm Thử', position: 'Cán bộ' },
      });
    const answerTo = async (model: string) =>
      JSON.stringify((await register(model)).userErrors).replaceAll(fromGlobalId(model)?.id ?? '', 'id');
    const foreign = await answerTo(models.nodes[0]?.id ?? '');
    expect(foreign).toBe(await answerTo(toGlobalId('Model', 'nobody-has-it')));
    expect(foreign).toContain('REGISTRATION_MODEL_NOT_FOUND');
  });

  it('a refused command carries nothing of the dossier', async () => {
    const document =
      'mutation($input: RevisePlanInput!) { revisePlan(input: $input) { userErrors { code } plan { title } revision position } }';
    const { data } = await kheo.as(`clerk.${OTHER}`).send(document, {
      input: { commandId: '0b0c1f9a-3a5e-4d57-9f6e-0a3d6a7f0001', id: plan(WARD), content: content() },
    });
    expect(data).toEqual({
      revisePlan: { userErrors: [{ code: 'NOT_FOUND' }], plan: null, revision: null, position: null },
    });
  });
});

describe('what is accepted', () => {
  beforeAll(() => bring(kheo, '19804', 'accepted'));

  it('names no person to those who neither handle the dossier nor own it', async () => {
    const named =
      'query($id: ID!) { plan(id: $id) { responsible { name } history { changes { field before after } } } }';
    type Named = { plan: { responsible: { name: string | null } } };
    const nameFor = async (sub: string) =>
      (await kheo.as(sub).query<Named>(named, { id: plan('19804') })).plan.responsible.name;
    expect(await Promise.all([`clerk.${OTHER}`, 'publisher', 'clerk.19804', 'snv.officer'].map(nameFor))).toEqual([
      null,
      null,
      'Lê Thị Kiểm Thử',
      'Lê Thị Kiểm Thử',
    ]);
    for (const sub of ['clerk.19804', `clerk.${OTHER}`])
      expect(
        JSON.stringify((await kheo.as(sub).send(named, { id: plan('19804') })).data).replace(
          /"responsible":\{[^}]*\}/,
          '',
        ),
      ).not.toContain('Kiểm Thử');
  });
});

describe('an account without a role in force', () => {
  it('sees nothing, and may do nothing, from the moment its role ends', async () => {
    const publisher = kheo.as('publisher');
    const units =
      '{ units { totalCount nodes { id } } campaigns { totalCount } plans { totalCount } subjects { totalCount } }';
    expect(await publisher.query(units)).toMatchObject({ units: { totalCount: 67 } });
    const id = toGlobalId('Subject', subjectId(DEMO_ISSUER, 'publisher'));
    const { subject } = await kheo
      .as('sysadmin')
      .query<{ subject: { roles: { grant: string }[] } }>('query($id: ID!) { subject(id: $id) { roles { grant } } }', {
        id,
      });
    await accepted(kheo.as('sysadmin'), 'endRole', { id, grant: subject.roles[0]?.grant, reason: 'Chuyển công tác' });
    expect(await publisher.query(units)).toEqual({
      units: { totalCount: 0, nodes: [] },
      campaigns: { totalCount: 0 },
      plans: { totalCount: 0 },
      subjects: { totalCount: 1 },
    });
    expect((await publisher.mutate('draftPlan', draft('19774'))).userErrors).toMatchObject([{ code: 'NOT_COMPETENT' }]);
  });
});

describe('the administrator', () => {
  it('sees powers and no dossier', async () => {
    const counts = await kheo
      .as('sysadmin')
      .query(
        '{ subjects { totalCount } plans { totalCount } models { totalCount } registrations { totalCount } evaluations { totalCount } }',
      );
    expect(counts).toEqual({
      subjects: { totalCount: PERSONAS.length },
      plans: { totalCount: 0 },
      models: { totalCount: 0 },
      registrations: { totalCount: 0 },
      evaluations: { totalCount: 0 },
    });
  });

  it('is alone with the leaders of Home Affairs and the auditors in seeing powers; everybody else sees their own', async () => {
    const seen = async (sub: string) =>
      (await kheo.as(sub).query<{ subjects: { totalCount: number } }>('{ subjects { totalCount } }')).subjects
        .totalCount;
    expect(await Promise.all(['snv.leader', 'auditor', 'snv.officer', `clerk.${WARD}`, 'mttq'].map(seen))).toEqual([
      PERSONAS.length,
      PERSONAS.length,
      1,
      1,
      1,
    ]);
  });
});
