import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newCommandId, type Payload } from '../testing/client.js';
import { expectRefused } from '../testing/expect-refusal.js';
import { accepted, bring, content, draft, paper, plan, planStream } from '../testing/plans.js';
import { startService, type RunningService } from '../testing/running-service.js';

let kheo: RunningService;
beforeAll(async () => {
  kheo = await startService('restricted');
}, 60_000);
afterAll(() => kheo.stop());

const effect = ({ revision, position, eventIds, userErrors }: Payload) => ({
  revision,
  position,
  eventIds,
  userErrors,
});
const times = <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

describe('the same command, sent again', () => {
  it('one after another has one effect and gives the first result', async () => {
    const command = { ...draft('19753'), commandId: newCommandId() };
    const first = await accepted(kheo.as('clerk.19753'), 'draftPlan', command);
    const head = await kheo.head();
    expect(first.repeated).toBe(false);
    for (let again = 0; again < 3; again += 1)
      expect(await accepted(kheo.as('clerk.19753'), 'draftPlan', command)).toEqual({ ...first, repeated: true });
    expect(await kheo.head()).toBe(head);
  });

  it('twenty times at once has one effect and one result', async () => {
    const command = { ...draft('19804'), commandId: newCommandId() };
    const answers = await times(20, () => kheo.as('clerk.19804').mutate('draftPlan', command));
    expect(new Set(answers.map((it) => JSON.stringify(effect(it)))).size).toBe(1);
    expect(answers.filter((it) => !it.repeated)).toHaveLength(1);
    expect(await kheo.service.store.readStream(planStream('19804'))).toHaveLength(1);
  });

  it('is the same whatever revision it was sent on, even when the dossier has moved on', async () => {
    const command = { id: plan('19804'), document: paper(), commandId: newCommandId(), expectedRevision: 0 };
    const first = await accepted(kheo.as('head.19804'), 'issuePlan', command);
    await accepted(kheo.as('clerk.19804'), 'submitPlan', { id: plan('19804') });
    expect(await accepted(kheo.as('head.19804'), 'issuePlan', command)).toEqual({ ...first, repeated: true });
  });

  it('may be sent again after a refusal, under the same id', async () => {
    const command = { id: plan('19753'), commandId: newCommandId() };
    expect((await kheo.as('clerk.19753').mutate('submitPlan', command)).userErrors).toHaveLength(1);
    await accepted(kheo.as('head.19753'), 'issuePlan', { id: plan('19753'), document: paper() });
    expect(await accepted(kheo.as('clerk.19753'), 'submitPlan', command)).toMatchObject({ repeated: false });
  });
});

describe('a command id that stands for something else', () => {
  const used = newCommandId();
  beforeAll(async () => {
    await accepted(kheo.as('clerk.STP'), 'draftPlan', { ...draft('STP'), commandId: used });
  });
  const reused = { code: 'COMMAND_ID_REUSED', path: ['input', 'commandId'] };

  it('in the same dossier with another content', () =>
    expectRefused(
      kheo,
      kheo.as('clerk.STP'),
      'draftPlan',
      { ...draft('STP', { content: content({ title: 'Khác' }) }), commandId: used },
      reused,
    ));

  it('in the same dossier with another name of a person', () =>
    expectRefused(
      kheo,
      kheo.as('clerk.STP'),
      'draftPlan',
      {
        ...draft('STP', { content: content({ responsible: { name: 'Người Khác', position: 'Chủ tịch' } }) }),
        commandId: used,
      },
      reused,
    ));

  it('in the same dossier as another command', () =>
    expectRefused(
      kheo,
      kheo.as('clerk.STP'),
      'revisePlan',
      { id: plan('STP'), content: content(), commandId: used },
      reused,
    ));

  it('in another dossier is another command there', async () => {
    const answer = await accepted(kheo.as('clerk.SYT'), 'draftPlan', { ...draft('SYT'), commandId: used });
    expect(answer).toMatchObject({ repeated: false });
  });

  it('from somebody else', () =>
    expectRefused(kheo, kheo.as('head.STP'), 'draftPlan', { ...draft('STP'), commandId: used }, reused));

  it('in upper case is the same id', async () => {
    expect(
      await accepted(kheo.as('clerk.STP'), 'draftPlan', { ...draft('STP'), commandId: used.toUpperCase() }),
    ).toMatchObject({ repeated: true });
  });

  it('in several dossiers at once goes to each of them, under other event ids', async () => {
    const units = ['SVHTT', 'SKHCN', 'SGDDT', '19789', '20014'];
    const commandId = newCommandId();
    const answers = await times(units.length, (index) =>
      kheo.as(`clerk.${units[index] ?? ''}`).mutate('draftPlan', { ...draft(units[index] ?? ''), commandId }),
    );
    expect(answers.flatMap((it) => it.userErrors)).toEqual([]);
    expect(new Set(answers.flatMap((it) => it.eventIds)).size).toBe(units.length);
  });
});

describe('two clerks on one dossier', () => {
  const key = '19774';
  const revise = (title: string, expectedRevision?: number) => ({
    id: plan(key),
    content: content({ title }),
    ...(expectedRevision !== undefined && { expectedRevision }),
  });
  beforeAll(() => bring(kheo, key, 'drafted'));

  it('who saw the same revision: one is heard, the other is told what has changed', async () => {
    const answers = await Promise.all([
      kheo.as(`clerk.${key}`).mutate('revisePlan', revise('Của cán bộ', 0)),
      kheo.as(`head.${key}`).mutate('revisePlan', revise('Của thủ trưởng', 0)),
    ]);
    expect(answers.map((it) => it.userErrors.map(({ code }) => code)).sort()).toEqual([[], ['REVISION_CONFLICT']]);
    const document =
      'mutation($input: RevisePlanInput!) { revisePlan(input: $input) { userErrors { ... on ConcurrencyConflict { expected actual } } } }';
    const again = await kheo
      .as(`clerk.${key}`)
      .send(document, { input: { ...revise('Lại', 0), commandId: newCommandId() } });
    expect(again.data).toEqual({ revisePlan: { userErrors: [{ expected: 0, actual: 1 }] } });
  });

  it('who name no revision are both heard, one after the other', async () => {
    const answers = await times(6, (index) => accepted(kheo.as(`clerk.${key}`), 'revisePlan', revise(`Bản ${index}`)));
    expect(answers.map((it) => it.revision).sort()).toEqual([2, 3, 4, 5, 6, 7]);
  });
});
