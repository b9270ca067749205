import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newCommandId, type Answer } from '../testing/client.js';
import { expectEnglish, expectVietnamese } from '../testing/expect-refusal.js';
import { accepted, bring, content, draft, plan, planStream } from '../testing/plans.js';
import { startService, type RunningService } from '../testing/running-service.js';

let kheo: RunningService;
beforeAll(async () => {
  kheo = await startService();
}, 60_000);
afterAll(() => kheo.stop());

/** A fault shows its id, in a sentence for people, and nothing of the inside. */
function expectFault({ text, errors }: Answer, code = 'UNEXPECTED_FAULT'): void {
  const [error] = errors ?? [];
  expect(error?.extensions).toMatchObject({
    code,
    errorId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(error?.message).toContain(error?.extensions.errorId);
  expect(text).not.toMatch(/sqlite|\.db|\.ts|stack|Error:|ProjectionStopped|StoreFault|node_modules|\/tmp/i);
}

const READ = 'query($id: ID!) { plan(id: $id) { id } }';
const ready = async (): Promise<{
  status: number;
  body: { ready: boolean; projections: { name: string; stopped: boolean }[] };
}> => {
  const response = await fetch(`${kheo.url}/health/ready`);
  return {
    status: response.status,
    body: (await response.json()) as { ready: boolean; projections: { name: string; stopped: boolean }[] },
  };
};

describe('a view that cannot take in an event', () => {
  beforeAll(async () => {
    await bring(kheo, '19753', 'drafted');
    expect((await ready()).status).toBe(200);
    const [first] = await kheo.service.store.readStream(planStream('19753'));
    const spoilt = {
      eventId: newCommandId(),
      commandId: newCommandId(),
      type: 'PlanRevised',
      data: '{"content":null}',
      metadata: first?.metadata ?? '',
    };
    const result = await kheo.service.store.append(planStream('19753'), 0, [spoilt]);
    if (result.outcome === 'appended') await kheo.service.views.waitFor(result.position, 5_000);
  });

  it('stops, and says so where operators look', async () => {
    const { status, body } = await ready();
    expect(status).toBe(503);
    expect(body.ready).toBe(false);
    expect(body.projections.filter((it) => it.stopped).map((it) => it.name)).toEqual(['plan']);
    expect(kheo.said.join('\n')).toMatch(/projection plan stopped at position/);
  });

  it('answers nobody with what is out of date: an id to tell the operator, and nothing internal', async () => {
    const answers = await Promise.all(
      (['vi', 'en'] as const).map((language) => kheo.as('clerk.19753').send(READ, { id: plan('19753') }, { language })),
    );
    answers.forEach((answer) => expectFault(answer, 'READING_STOPPED'));
    const [vi = '', en = ''] = answers.map(({ errors }) => errors?.[0]?.message);
    expectVietnamese(vi);
    expectEnglish(en);
    expect(new Set(answers.map(({ errors }) => errors?.[0]?.extensions.errorId)).size).toBe(2);
  });

  it('keeps nothing else from working', async () => {
    expect(await kheo.as('clerk.19753').query('{ units { totalCount } campaigns { totalCount } }')).toEqual({
      units: { totalCount: 67 },
      campaigns: { totalCount: 1 },
    });
  });

  it('loses no command: what was accepted is answered as accepted, without the dossier', async () => {
    const document =
      'mutation($input: DraftPlanInput!) { draftPlan(input: $input) { userErrors { code } revision readable plan { id } } }';
    const { data, errors } = await kheo
      .as('clerk.19804')
      .send(document, { input: { ...draft('19804'), commandId: newCommandId() } });
    expect({ data, errors }).toEqual({
      data: { draftPlan: { userErrors: [], revision: 0, readable: false, plan: null } },
      errors: undefined,
    });
    expect(await kheo.service.store.readStream(planStream('19804'))).toHaveLength(1);
  });
});

describe('a log that has gone away under the running service', () => {
  it('makes every command a fault with an id, and the service stays up to say so', async () => {
    await accepted(kheo.as('clerk.STP'), 'draftPlan', draft('STP'));
    await kheo.service.store.close();
    expectFault(await kheo.as('clerk.STP').command('revisePlan', { id: plan('STP'), content: content() }));
    expect((await fetch(`${kheo.url}/health/live`)).status).toBe(200);
  });
});
