import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { subjectId } from '#identity';
import { DEMO_ISSUER } from '../log-expectation.js';
import { newCommandId } from '../testing/client.js';
import { bring, draft, paper, plan } from '../testing/plans.js';
import { startService, type RunningService } from '../testing/running-service.js';
import { listenToStatements, type Statements } from '../testing/statements.js';

const WARDS = ['19753', '19774', '19789'];
const read: string[] = [];
let kheo: RunningService;
let statements: Statements;

beforeAll(async () => {
  kheo = await startService(undefined, (store) => ({
    append: (...args) => store.append(...args),
    readStream: (...args) => {
      read.push(args[0]);
      return store.readStream(...args);
    },
    readAll: (...args) => store.readAll(...args),
    subscribe: (...args) => store.subscribe(...args),
    head: () => store.head(),
    close: () => store.close(),
  }));
  for (const ward of WARDS) await bring(kheo, ward, 'submitted');
  statements = listenToStatements();
}, 60_000);
afterAll(async () => {
  statements.end();
  await kheo.stop();
});
beforeEach(() => {
  read.length = 0;
  statements.run.length = 0;
});

const officer = `access-${subjectId(DEMO_ISSUER, 'snv.officer')}`;
const askedOf = (view: string): number =>
  statements.run.filter((sql) => new RegExp(`FROM "${view}"\\s+WHERE`).test(sql)).length;

describe('one request looks up', () => {
  it('the dossiers at the ends of its edges together, those of each kind in one statement', async () => {
    const { plans } = await kheo
      .as('snv.officer')
      .query<{ plans: { nodes: { unit: { name: string }; campaign: { name: string } }[] } }>(
        '{ plans(first: 20) { nodes { unit { name } campaign { name } } } }',
      );
    expect(new Set(plans.nodes.map(({ unit }) => unit.name)).size).toBe(WARDS.length);
    expect(plans.nodes.every(({ campaign }) => campaign.name !== '')).toBe(true);
    expect([askedOf('plan'), askedOf('unit'), askedOf('campaign')]).toEqual([1, 1, 1]);
    expect(read).toEqual([officer]);
  });

  it('objects by their global ids together as well, whatever else is asked beside them', async () => {
    const ids = WARDS.map(plan);
    const { nodes, plan: one } = await kheo.as('snv.officer').query<{
      nodes: { id: string }[];
      plan: { id: string };
    }>('query($ids: [ID!]!, $one: ID!) { nodes(ids: $ids) { id } plan(id: $one) { id } }', { ids, one: ids[0] });
    expect([nodes.map(({ id }) => id), one.id]).toEqual([ids, ids[0]]);
    expect([askedOf('plan'), read]).toEqual([1, [officer]]);
  });

  it('the powers of the viewer once, and once each what all its answers rest on', async () => {
    await kheo
      .as('snv.officer')
      .query('{ me { name } plans(first: 20) { nodes { availableActions { command allowed } } } }');
    expect(read.filter((stream) => stream === officer)).toEqual([officer]);
    expect(new Set(read).size).toBe(read.length);
  });

  it('anew what a command of the same request has changed', async () => {
    const [ward, id] = ['19804', plan('19804')];
    const actions = 'userErrors { code } plan { availableActions { command allowed } }';
    const { first, second } = await kheo
      .as(`head.${ward}`)
      .query<Record<'first' | 'second', { plan: { availableActions: { command: string; allowed: boolean }[] } }>>(
        `mutation($draft: DraftPlanInput!, $issue: IssuePlanInput!) {
        first: draftPlan(input: $draft) { ${actions} } second: issuePlan(input: $issue) { ${actions} } }`,
        {
          draft: { commandId: newCommandId(), ...draft(ward) },
          issue: { commandId: newCommandId(), id, document: paper() },
        },
      );
    const allowed = ({ plan: { availableActions } }: typeof first): string[] =>
      availableActions.filter((it) => it.allowed).map(({ command }) => command);
    expect(allowed(first)).toContain('IssuePlan');
    expect(allowed(second)).not.toContain('IssuePlan');
    expect(allowed(second)).toContain('SubmitPlan');
  });
});
