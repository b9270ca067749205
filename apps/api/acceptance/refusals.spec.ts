import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '#graphql';
import { subjectId } from '#identity';
import { newCommandId } from '../testing/client.js';
import { expectRefused } from '../testing/expect-refusal.js';
import { accepted, bring, CAMPAIGN, content, draft, paper, plan, unit } from '../testing/plans.js';
import { startService, type RunningService } from '../testing/running-service.js';
import { DEMO_ISSUER } from '../log-expectation.js';

const WARD = '19753';
const SENT = '19774';
const ACCEPTED = '19777';
let kheo: RunningService;
beforeAll(async () => {
  kheo = await startService('restricted');
}, 60_000);
afterAll(() => kheo.stop());

const subject = (sub: string): string => toGlobalId('Subject', subjectId(DEMO_ISSUER, sub));

describe('a transition that the state does not allow', () => {
  beforeAll(async () => {
    await bring(kheo, WARD, 'drafted');
    await bring(kheo, SENT, 'submitted');
  });

  it.each<[string, string, string, string]>([
    ['sending what is not issued', `head.${WARD}`, 'submitPlan', WARD],
    ['sending what is sent already', `head.${SENT}`, 'submitPlan', SENT],
    ['accepting what has not been received', 'snv.leader', 'acceptPlan', SENT],
  ])('%s', (_, by, mutation, of) =>
    expectRefused(
      kheo,
      kheo.as(by),
      mutation,
      { id: plan(of) },
      { code: 'TRANSITION_NOT_ALLOWED', typename: 'TransitionNotAllowed' },
    ),
  );

  it('drafting a second plan for the same year', () =>
    expectRefused(kheo, kheo.as(`clerk.${WARD}`), 'draftPlan', draft(WARD), {
      code: 'TRANSITION_NOT_ALLOWED',
      typename: 'TransitionNotAllowed',
    }));

  it('names the state and the states it is possible from, in words', async () => {
    const { userErrors } = await kheo.as('snv.leader').mutate('acceptPlan', { id: plan(SENT) });
    expect(userErrors[0]?.message).toMatch(/“Đã gửi”.*“Chấp nhận kế hoạch”.*Đã tiếp nhận/);
  });
});

describe('a dossier that is not there, or not for the sender to see', () => {
  it.each<[string, string, string, () => object]>([
    ['an officer receiving what nobody has drafted', 'snv.officer', 'receivePlan', () => ({ id: plan('19813') })],
    ['an officer receiving a draft', 'snv.officer', 'receivePlan', () => ({ id: plan(WARD) })],
    [
      'another unit’s clerk revising a draft',
      'clerk.19789',
      'revisePlan',
      () => ({ id: plan(WARD), content: content() }),
    ],
    [
      'another unit’s head withdrawing a draft',
      'head.19789',
      'withdrawPlan',
      () => ({ id: plan(WARD), reason: 'Thử' }),
    ],
  ])('%s', (_, by, mutation, input) =>
    expectRefused(kheo, kheo.as(by), mutation, input(), { code: 'NOT_FOUND', typename: 'RuleRefusal' }),
  );
});

describe('an actor who is not competent', () => {
  beforeAll(() => bring(kheo, ACCEPTED, 'accepted'));

  it.each<[string, string, string, () => object]>([
    ['a clerk issuing the plan', `clerk.${WARD}`, 'issuePlan', () => ({ id: plan(WARD), document: paper() })],
    [
      'another unit’s head amending what everyone may read',
      'head.19789',
      'amendPlan',
      () => ({ id: plan(ACCEPTED), content: content(), document: paper() }),
    ],
    ['a clerk drafting for another unit', 'clerk.19789', 'draftPlan', () => draft('19804')],
    ['the Fatherland Front returning a plan', 'mttq', 'returnPlan', () => ({ id: plan(WARD), reason: 'Chưa đạt' })],
    ['the auditor revising a plan', 'auditor', 'revisePlan', () => ({ id: plan(WARD), content: content() })],
    ['the administrator accepting a plan', 'sysadmin', 'acceptPlan', () => ({ id: plan(WARD) })],
    ['an officer issuing the campaign', 'snv.officer', 'issueCampaign', () => ({ id: CAMPAIGN })],
    [
      'an officer granting roles',
      'snv.officer',
      'grantRole',
      () => ({ id: subject('dpo'), role: 'UBND_DECIDER', unit: unit('UBND-TP'), document: paper() }),
    ],
  ])('%s', (_, by, mutation, input) =>
    expectRefused(kheo, kheo.as(by), mutation, input(), { code: 'NOT_COMPETENT', typename: 'RuleRefusal' }),
  );

  it('is told whose task it is', async () => {
    const { userErrors } = await kheo.as('mttq').mutate('returnPlan', { id: plan(WARD), reason: 'Chưa đạt' });
    expect(userErrors[0]?.message).toContain('Chuyên viên Sở Nội vụ');
  });

  it('nobody grants a role to oneself', () =>
    expectRefused(
      kheo,
      kheo.as('sysadmin'),
      'grantRole',
      { id: subject('sysadmin'), role: 'UBND_DECIDER', unit: unit('UBND-TP'), document: paper() },
      { code: 'OWN_POWER_TO_ONESELF' },
    ));
});

describe('a decision without what it must bring', () => {
  beforeAll(() => bring(kheo, '19804', 'submitted'));
  const returned = (over: object): object => ({ id: plan('19804'), ...over });

  it.each<[string, object]>([
    ['no reason', {}],
    ['a reason that is null', { reason: null }],
  ])('returning a plan with %s', (_, over) =>
    expectRefused(kheo, kheo.as('snv.officer'), 'returnPlan', returned(over), {
      code: 'REASON_REQUIRED',
      path: ['input', 'reason'],
    }),
  );

  it('returning a plan for a blank reason', () =>
    expectRefused(kheo, kheo.as('snv.officer'), 'returnPlan', returned({ reason: '  \n ' }), {
      code: 'TEXT_EMPTY',
      path: ['input', 'reason'],
    }));

  it('issuing a plan without a document', () =>
    expectRefused(
      kheo,
      kheo.as(`head.${WARD}`),
      'issuePlan',
      { id: plan(WARD) },
      { code: 'DOCUMENT_REQUIRED', path: ['input', 'document'] },
    ));

  it('issuing a plan that says too little', async () => {
    await accepted(
      kheo.as('clerk.STP'),
      'draftPlan',
      draft('STP', { content: content({ coordination: [], programmes: [] }) }),
    );
    await expectRefused(
      kheo,
      kheo.as('head.STP'),
      'issuePlan',
      { id: plan('STP'), document: paper() },
      { code: 'PLAN_INCOMPLETE' },
    );
  });

  it('leaves a trace of every refused decision, outside the log', async () => {
    const commandId = newCommandId();
    const before = await kheo.head();
    await kheo.as('mttq').mutate('acceptPlan', { id: plan('19804'), commandId });
    const traces = (await kheo.service.attempts.list({ first: 500 })).filter((it) => it.commandId === commandId);
    expect(traces).toMatchObject([
      { command: 'AcceptPlan', code: 'NOT_COMPETENT', subject: subjectId(DEMO_ISSUER, 'mttq') },
    ]);
    expect(await kheo.head()).toBe(before);
  });
});

describe('a decision on what has changed meanwhile', () => {
  it('a stale revision', async () => {
    const { revision } = await accepted(kheo.as(`clerk.${WARD}`), 'revisePlan', {
      id: plan(WARD),
      content: content({ title: 'Bản hai' }),
    });
    for (const expectedRevision of [(revision ?? 0) - 1, (revision ?? 0) + 1, -1]) {
      const stale = { id: plan(WARD), content: content({ title: 'Bản ba' }), expectedRevision };
      await expectRefused(kheo, kheo.as(`clerk.${WARD}`), 'revisePlan', stale, {
        code: 'REVISION_CONFLICT',
        path: ['input', 'expectedRevision'],
        typename: 'ConcurrencyConflict',
      });
    }
    await accepted(kheo.as(`clerk.${WARD}`), 'revisePlan', {
      id: plan(WARD),
      content: content({ title: 'Bản ba' }),
      expectedRevision: revision,
    });
  });

  it('a revision out of bounds', () =>
    expectRefused(
      kheo,
      kheo.as(`clerk.${WARD}`),
      'revisePlan',
      { id: plan(WARD), content: content(), expectedRevision: -2 },
      { code: 'NUMBER_OUT_OF_RANGE', path: ['input', 'expectedRevision'] },
    ));

  it('evidence that is no longer so', async () => {
    const head = kheo.as(`head.${WARD}`);
    const asked = 'query($id: ID!) { plan(id: $id) { availableActions { command allowed evidence } } }';
    type Answer = { plan: { availableActions: { command: string; allowed: boolean; evidence: string | null }[] } };
    const evidenceNow = async () =>
      (await head.query<Answer>(asked, { id: plan(WARD) })).plan.availableActions.find(
        (it) => it.command === 'WithdrawPlan',
      )?.evidence;
    const seen = await evidenceNow();
    await accepted(kheo.as(`clerk.${WARD}`), 'revisePlan', { id: plan(WARD), content: content({ title: 'Bản bốn' }) });
    const stale = { id: plan(WARD), reason: 'Lập lại', expectedEvidence: seen };
    await expectRefused(kheo, head, 'withdrawPlan', stale, {
      code: 'EVIDENCE_STALE',
      path: ['input', 'expectedEvidence'],
    });
    await accepted(head, 'withdrawPlan', { ...stale, expectedEvidence: await evidenceNow() });
  });
});
