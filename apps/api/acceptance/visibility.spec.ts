import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '#graphql';
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

const sees = async (sub: string, unitKey: string): Promise<boolean> => {
  const { plan: found } = await kheo
    .as(sub)
    .query<{ plan: object | null }>('query($id: ID!) { plan(id: $id) { id } }', { id: plan(unitKey) });
  return found !== null;
};

describe('a draft is the unit’s own', () => {
  it.each([`clerk.${WARD}`, `head.${WARD}`])('%s sees it every way', async (sub) => {
    const found = JSON.parse(await waysTo(kheo.as(sub), WARD)) as Record<string, { totalCount?: number }>;
    for (const list of ['all', 'ofUnit', 'byTitle', 'byStatus', 'byYear', 'backwards'])
      expect({ list, ...found[list] }).toMatchObject({ list, totalCount: 1 });
    expect(JSON.stringify(found)).toContain(plan(WARD));
  });

  it('auditors see it', async () => expect(await sees('auditor', WARD)).toBe(true));

  it.each([
    `clerk.${OTHER}`,
    `head.${OTHER}`,
    'snv.officer',
    'snv.leader',
    'vpub',
    'ubnd.chairman',
    'mttq',
    'publisher',
    'panelist.STP',
    'council.secretary',
    'dpo',
    'sysadmin',
  ])('%s comes by it no way at all', async (sub) => {
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

  it('a refused command carries nothing of the dossier', async () => {
    const document =
      'mutation($input: RevisePlanInput!) { revisePlan(input: $input) { userErrors { code } plan { title } revision position } }';
    const { data } = await kheo.as(`clerk.${OTHER}`).send(document, {
      input: { commandId: '0b0c1f9a-3a5e-4d57-9f6e-0a3d6a7f0001', id: plan(WARD), content: content() },
    });
    expect(data).toEqual({
      revisePlan: { userErrors: [{ code: 'NOT_COMPETENT' }], plan: null, revision: null, position: null },
    });
  });
});

describe('what has been sent', () => {
  beforeAll(() => bring(kheo, '19804', 'submitted'));

  it.each(['snv.officer', 'snv.leader', 'vpub', 'ubnd.chairman', 'mttq', 'auditor', 'clerk.19804'])(
    '%s sees it',
    async (sub) => expect(await sees(sub, '19804')).toBe(true),
  );
  it.each([`clerk.${OTHER}`, 'publisher', 'sysadmin', 'dpo', 'panelist.STP'])('%s does not', async (sub) =>
    expect(await sees(sub, '19804')).toBe(false),
  );

  it('once accepted, is for everyone with a role who reads dossiers, and still not for the administrator', async () => {
    await accepted(kheo.as('snv.officer'), 'receivePlan', { id: plan('19804') });
    await accepted(kheo.as('snv.leader'), 'acceptPlan', { id: plan('19804') });
    expect(
      await Promise.all([`clerk.${OTHER}`, 'publisher', 'sysadmin', 'dpo'].map((sub) => sees(sub, '19804'))),
    ).toEqual([true, true, false, false]);
  });

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

describe('what is restricted', () => {
  const form = Object.fromEntries(
    ['situation', 'objectives', 'content', 'place', 'forces', 'resources', 'outputs', 'sustainability'].map((it) => [
      it,
      'Nội dung đã rà soát.',
    ]),
  );
  const key = '19813';

  async function registered(field: string): Promise<string> {
    const name = `Mô hình ${field}`;
    await accepted(kheo.as(`clerk.${key}`), 'proposeModel', {
      campaign: CAMPAIGN,
      unit: unit(key),
      field,
      name,
      kind: 'MODEL',
      joint: [],
      form,
    });
    const { models } = await kheo
      .as(`clerk.${key}`)
      .query<{ models: { nodes: { id: string }[] } }>(
        'query($field: [String!]) { models(where: { field: $field }) { nodes { id } } }',
        { field: [field] },
      );
    const model = models.nodes[0]?.id;
    await accepted(kheo.as(`clerk.${key}`), 'registerModel', {
      campaign: CAMPAIGN,
      model,
      unit: unit(key),
      year: 2026,
      responsible: { name: 'Ngô Kiểm Thử', position: 'Cán bộ' },
    });
    const own = await kheo
      .as(`clerk.${key}`)
      .query<{ registrations: { nodes: { id: string }[] } }>(
        'query($field: [String!]) { registrations(where: { field: $field }) { nodes { id } } }',
        { field: [field] },
      );
    const id = own.registrations.nodes[0]?.id ?? '';
    await accepted(kheo.as(`head.${key}`), 'submitRegistration', { id });
    return id;
  }

  it('is shown to those cleared for it and to the unit, and to the Fatherland Front no way at all', async () => {
    const [open, restricted] = [await registered('SOCIO_ECONOMIC'), await registered('DEFENCE_SECURITY')];
    const ways =
      'query($id: ID!) { node(id: $id) { id } registrations { totalCount nodes { id restricted } } models { totalCount nodes { field } } }';
    type Seen = { node: object | null; registrations: { totalCount: number } };
    const seen = (sub: string, id: string) => kheo.as(sub).query<Seen>(ways, { id });
    for (const sub of ['snv.officer', 'vpub', 'auditor', `clerk.${key}`])
      expect({ sub, ...(await seen(sub, restricted)) }).toMatchObject({
        sub,
        node: { id: restricted },
        registrations: { totalCount: 2 },
      });
    expect(await seen('mttq', open)).toMatchObject({ node: { id: open }, registrations: { totalCount: 1 } });
    const hidden = await seen('mttq', restricted);
    expect(hidden).toMatchObject({ node: null, registrations: { totalCount: 1 } });
    expect(JSON.stringify(hidden)).not.toContain('DEFENCE_SECURITY');
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
