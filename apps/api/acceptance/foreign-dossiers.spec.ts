import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '#graphql';
import { subjectId } from '#identity';
import { planId } from '#lifecycles/plan';
import { unitId } from '#lifecycles/unit';
import { hueCampaignId, HUE_UNITS, PERSONAS } from '#seed';
import { DEMO_ISSUER } from '../log-expectation.js';
import { accepted, done, draft, paper, plan, unit } from '../testing/plans.js';
import { startService, type RunningService } from '../testing/running-service.js';

const OTHER = '19789';
let kheo: RunningService;
beforeAll(async () => {
  kheo = await startService('restricted');
}, 60_000);
afterAll(() => kheo.stop());

describe('foreign dossiers by the hundred', () => {
  const obligated = HUE_UNITS.filter((it) => it.obligated === true).map((it) => it.key);
  const foreign = obligated.filter((key) => key !== OTHER);
  const drafted = foreign.slice(0, 40);
  beforeAll(
    () => Promise.all(drafted.map((key) => done(kheo.as(`clerk.${key}`).mutate('draftPlan', draft(key))))),
    60_000,
  );

  it('leak nothing, whichever id is tried: drafts that are there, plans that are not, subjects, unborn years', async () => {
    const years = [2026, 2027, 2028, 2029];
    const plans = foreign.flatMap((key) =>
      years.map((year) => toGlobalId('Plan', planId(hueCampaignId, unitId(key), year))),
    );
    const subjects = PERSONAS.filter((it) => it.sub !== `clerk.${OTHER}`).map((it) =>
      toGlobalId('Subject', subjectId(DEMO_ISSUER, it.sub)),
    );
    const ids = [...plans, ...subjects];
    expect(ids.length).toBeGreaterThan(200);
    for (let from = 0; from < ids.length; from += 100) {
      const { nodes } = await kheo
        .as(`clerk.${OTHER}`)
        .query<{ nodes: unknown[] }>('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
          ids: ids.slice(from, from + 100),
        });
      expect(nodes.every((it) => it === null)).toBe(true);
    }
  });

  it('leak nothing through lists, counts and edges', async () => {
    const units = foreign.map((key) => unit(key));
    const found = await kheo.as(`clerk.${OTHER}`).query(
      `query($units: [ID!]) {
        plans(where: { unit: $units }, first: 100) { totalCount nodes { id } pageInfo { endCursor hasNextPage } }
        registrations(where: { unit: $units }) { totalCount nodes { id } }
        models(where: { unit: $units }) { totalCount nodes { id } }
      }`,
      { units },
    );
    const none = { totalCount: 0, nodes: [] };
    expect(found).toEqual({
      plans: { ...none, pageInfo: { endCursor: null, hasNextPage: false } },
      registrations: none,
      models: none,
    });
  });

  it('are all there for the auditor', async () => {
    const { plans } = await kheo
      .as('auditor')
      .query<{ plans: { totalCount: number } }>('{ plans(where: { status: [DRAFTED] }) { totalCount } }');
    expect(plans.totalCount).toBe(drafted.length);
  });

  it('stay foreign when one’s own is returned, issued again and withdrawn', async () => {
    await accepted(kheo.as(`clerk.${OTHER}`), 'draftPlan', draft(OTHER));
    await accepted(kheo.as(`head.${OTHER}`), 'issuePlan', { id: plan(OTHER), document: paper() });
    await accepted(kheo.as(`head.${OTHER}`), 'withdrawPlan', { id: plan(OTHER), reason: 'Lập lại' });
    const { plans } = await kheo
      .as(`clerk.${OTHER}`)
      .query<{ plans: { totalCount: number } }>(
        '{ plans(where: { status: [DRAFTED, ISSUED, WITHDRAWN] }) { totalCount } }',
      );
    expect(plans.totalCount).toBe(1);
  });
});
