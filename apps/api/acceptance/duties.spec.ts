import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '#graphql';
import { subjectId } from '#identity';
import { DEMO_ISSUER } from '../log-expectation.js';
import { expectRefused } from '../testing/expect-refusal.js';
import { accepted, bring, paper, plan, unit } from '../testing/plans.js';
import { startService, type RunningService } from '../testing/running-service.js';

let kheo: RunningService;
beforeAll(async () => {
  kheo = await startService('restricted');
}, 60_000);
afterAll(() => kheo.stop());

const subject = (sub: string): string => toGlobalId('Subject', subjectId(DEMO_ISSUER, sub));

interface Power {
  readonly role: string;
  readonly unit: string;
  readonly to?: string;
  readonly commands?: readonly string[];
}

/** Passes a power on by the API and returns the delegation's id. */
async function delegate(from: string, to: string, { role, unit: at, ...limits }: Power): Promise<string> {
  const given = {
    id: subject(to),
    delegator: subject(from),
    role,
    unit: unit(at),
    to: '2026-12-31T00:00:00Z',
    capacity: 'TUQ',
    document: paper(),
    ...limits,
  };
  await accepted(kheo.as(from), 'grantDelegation', given);
  const read = 'query($id: ID!) { subject(id: $id) { delegations { grant } } }';
  const answer = await kheo.as(to).query<{ subject: { delegations: { grant: string }[] } }>(read, { id: subject(to) });
  return answer.subject.delegations.at(-1)?.grant ?? '';
}

/** Ends the last role that somebody was granted. */
async function endLastRole(of: string): Promise<void> {
  const read = 'query($id: ID!) { subject(id: $id) { roles { grant } } }';
  const { subject: found } = await kheo
    .as('sysadmin')
    .query<{ subject: { roles: { grant: string }[] } }>(read, { id: subject(of) });
  await accepted(kheo.as('sysadmin'), 'endRole', {
    id: subject(of),
    grant: found.roles.at(-1)?.grant,
    reason: 'Thôi kiêm nhiệm',
  });
}

describe('one person does not judge what the same person has done', () => {
  it('not even with both roles: whoever sent the plan does not receive it', async () => {
    await accepted(kheo.as('sysadmin'), 'grantRole', {
      id: subject('snv.officer2'),
      role: 'UNIT_CLERK',
      unit: unit('19753'),
      document: paper(),
    });
    await bring(kheo, '19753', 'issued');
    await accepted(kheo.as('snv.officer2'), 'submitPlan', { id: plan('19753') });
    await expectRefused(
      kheo,
      kheo.as('snv.officer2'),
      'receivePlan',
      { id: plan('19753') },
      { code: 'OWN_UNIT_DOSSIER' },
    );
    await endLastRole('snv.officer2');
    await expectRefused(
      kheo,
      kheo.as('snv.officer2'),
      'receivePlan',
      { id: plan('19753') },
      { code: 'DUTIES_NOT_SEPARATED' },
    );
    await accepted(kheo.as('snv.officer'), 'receivePlan', { id: plan('19753') });
  });

  it('not by a delegation: a clerk of the unit with a leader’s power does not accept', async () => {
    const delegation = await delegate('snv.leader', 'clerk.19753', { role: 'SNV_LEADER', unit: 'SNV' });
    await expectRefused(
      kheo,
      kheo.as('clerk.19753'),
      'acceptPlan',
      { id: plan('19753'), delegation },
      { code: 'OWN_UNIT_DOSSIER' },
    );
  });

  it('not through somebody else: whoever acts for the drafter is bound by what the drafter did', async () => {
    await bring(kheo, '19804', 'drafted');
    const forClerk = await delegate('clerk.19804', 'snv.leader2', { role: 'UNIT_CLERK', unit: '19804' });
    await accepted(kheo.as('head.19804'), 'issuePlan', { id: plan('19804'), document: paper() });
    await accepted(kheo.as('snv.leader2'), 'submitPlan', { id: plan('19804'), delegation: forClerk });
    await accepted(kheo.as('snv.officer'), 'receivePlan', { id: plan('19804') });
    await expectRefused(
      kheo,
      kheo.as('snv.leader2'),
      'acceptPlan',
      { id: plan('19804') },
      { code: 'OWN_UNIT_DOSSIER' },
    );
    await accepted(kheo.as('clerk.19804'), 'revokeDelegation', {
      id: subject('snv.leader2'),
      revoked: forClerk,
      reason: 'Hết việc',
    });
    await expectRefused(
      kheo,
      kheo.as('snv.leader2'),
      'acceptPlan',
      { id: plan('19804') },
      { code: 'DUTIES_NOT_SEPARATED' },
    );
    await accepted(kheo.as('snv.leader'), 'acceptPlan', { id: plan('19804') });
  });

  it('and nobody of Home Affairs handles Home Affairs’ own plan: the office of the People’s Committee does', async () => {
    const own = { id: plan('SNV') };
    await bring(kheo, 'SNV', 'submitted');
    for (const sub of ['snv.officer', 'snv.officer2'])
      await expectRefused(kheo, kheo.as(sub), 'receivePlan', own, { code: 'NOT_COMPETENT' });
    await accepted(kheo.as('vpub'), 'receivePlan', own);
    await expectRefused(kheo, kheo.as('snv.leader'), 'acceptPlan', own, { code: 'NOT_COMPETENT' });
    await accepted(kheo.as('vpub'), 'acceptPlan', own);
  });
});

describe('a delegated power', () => {
  it('is used only when it is named, and the record says for whom and in what capacity', async () => {
    await bring(kheo, 'STP', 'received');
    const delegation = await delegate('snv.leader', 'vpub', { role: 'SNV_LEADER', unit: 'SNV' });
    await expectRefused(kheo, kheo.as('vpub'), 'acceptPlan', { id: plan('STP') }, { code: 'NOT_COMPETENT' });
    await accepted(kheo.as('vpub'), 'acceptPlan', { id: plan('STP'), delegation });
    const read = 'query($id: ID!) { plan(id: $id) { history { command actor { subject role onBehalfOf capacity } } } }';
    const { plan: found } = await kheo
      .as('auditor')
      .query<{ plan: { history: { command: string; actor: object }[] } }>(read, { id: plan('STP') });
    const [vpub, leader] = ['vpub', 'snv.leader'].map((sub) => subjectId(DEMO_ISSUER, sub));
    expect(found.history.at(-1)).toEqual({
      command: 'AcceptPlan',
      actor: { subject: vpub, role: 'SNV_LEADER', onBehalfOf: leader, capacity: 'TUQ' },
    });
  });

  it('of somebody else cannot be used', async () => {
    await bring(kheo, 'SYT', 'received');
    const delegation = await delegate('snv.leader', 'snv.officer2', { role: 'SNV_LEADER', unit: 'SNV' });
    await expectRefused(
      kheo,
      kheo.as('vpub'),
      'acceptPlan',
      { id: plan('SYT'), delegation },
      { code: 'DELEGATION_NOT_IN_FORCE' },
    );
  });

  it('reaches no further than its commands', async () => {
    const delegation = await delegate('snv.leader', 'mttq', {
      role: 'SNV_LEADER',
      unit: 'SNV',
      commands: ['campaign.OpenCycle'],
    });
    await expectRefused(
      kheo,
      kheo.as('mttq'),
      'acceptPlan',
      { id: plan('SYT'), delegation },
      { code: 'DELEGATION_NOT_IN_FORCE' },
    );
  });

  it('ends with its time, and cannot be used for what is claimed to have happened before', async () => {
    const to = '2026-07-20T00:00:00.000Z';
    const delegation = await delegate('snv.leader', 'dpo', { role: 'SNV_LEADER', unit: 'SNV', to });
    const before = kheo.service.clock.now();
    kheo.service.simulated?.moveTo(to);
    await expectRefused(
      kheo,
      kheo.as('dpo'),
      'acceptPlan',
      { id: plan('SYT'), delegation },
      { code: 'DELEGATION_NOT_IN_FORCE' },
    );
    await expectRefused(
      kheo,
      kheo.as('dpo'),
      'acceptPlan',
      { id: plan('SYT'), delegation, occurredAt: before },
      { code: 'DELEGATION_NOT_IN_FORCE' },
    );
  });

  it('ends when it is revoked', async () => {
    const delegation = await delegate('snv.leader', 'publisher', { role: 'SNV_LEADER', unit: 'SNV' });
    await accepted(kheo.as('snv.leader'), 'revokeDelegation', {
      id: subject('publisher'),
      revoked: delegation,
      reason: 'Hết việc',
    });
    await expectRefused(
      kheo,
      kheo.as('publisher'),
      'acceptPlan',
      { id: plan('SYT'), delegation },
      { code: 'DELEGATION_NOT_IN_FORCE' },
    );
  });

  it('ends when the one who gave it holds it no more', async () => {
    const delegation = await delegate('snv.leader2', 'ubnd.vice', { role: 'SNV_LEADER', unit: 'SNV' });
    const read = 'query($id: ID!) { subject(id: $id) { roles { grant role } } }';
    const { subject: leader } = await kheo
      .as('sysadmin')
      .query<{ subject: { roles: { grant: string; role: string }[] } }>(read, { id: subject('snv.leader2') });
    await accepted(kheo.as('sysadmin'), 'endRole', {
      id: subject('snv.leader2'),
      grant: leader.roles[0]?.grant,
      reason: 'Chuyển công tác',
    });
    await expectRefused(
      kheo,
      kheo.as('ubnd.vice'),
      'acceptPlan',
      { id: plan('SYT'), delegation },
      { code: 'DELEGATION_NOT_IN_FORCE' },
    );
  });

  const giving = (over: object): object => ({
    id: subject('vpub'),
    delegator: subject('snv.officer'),
    role: 'SNV_OFFICER',
    unit: unit('SNV'),
    to: '2026-12-31T00:00:00Z',
    capacity: 'TUQ',
    document: paper(),
    ...over,
  });

  it.each<[string, string, () => object, string]>([
    [
      'is not passed on',
      'snv.officer2',
      () => giving({ delegator: subject('snv.officer2'), role: 'SNV_LEADER' }),
      'POWER_NOT_HELD',
    ],
    ['is one’s own to give', 'snv.officer', () => giving({ delegator: subject('snv.leader') }), 'NOT_OWN_POWER'],
    ['is not given to oneself', 'snv.officer', () => giving({ id: subject('snv.officer') }), 'OWN_POWER_TO_ONESELF'],
    [
      'does not end before it begins',
      'snv.officer',
      () => giving({ to: '2026-01-01T00:00:00Z' }),
      'GRANT_TIME_REVERSED',
    ],
  ])('%s', async (_, by, input, code) => {
    const paths: Readonly<Record<string, string>> = {
      POWER_NOT_HELD: 'role',
      NOT_OWN_POWER: 'delegator',
      GRANT_TIME_REVERSED: 'to',
    };
    const path = paths[code];
    await expectRefused(kheo, kheo.as(by), 'grantDelegation', input(), {
      code,
      ...(path && { path: ['input', path] }),
    });
  });

  it('needs its document', () =>
    expectRefused(kheo, kheo.as('snv.officer'), 'grantDelegation', giving({ document: null }), {
      code: 'DOCUMENT_REQUIRED',
      path: ['input', 'document'],
    }));
});
