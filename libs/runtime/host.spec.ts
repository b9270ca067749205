import { describe, expect, it } from '@jest/globals';
import type { LifecycleModule } from '#graphql';
import { contentHash, isRefusal, SYSTEM_SUBJECT, type DocumentRef, type Outcome } from '#kernel';
import { subjectId } from '#identity';
import { overviewAnswers } from '#overview';
import { lifecycleModules } from '#lifecycles';
import { HUE_UNITS, hueCampaignId, PERSONAS, seed } from '#seed';
import { openMemoryStore } from '#stores';
import { memoryKeys, nobody, SPEC_LOG } from '#testing';
import { unitId } from '#lifecycles/unit';
import { hostOf, LogPolicies, seededRandomness, SimulatedClock, type Host } from './index.js';

const ISSUER = 'https://id.example.vn';
const PAPER: DocumentRef = { issuer: 'Sở Nội vụ', type: 'QĐ', number: '1/QĐ', year: 2026, signedOn: '2026-06-30' };
const ward = HUE_UNITS.find((it) => it.obligated)?.key ?? '';
const who = (sub: string): string => subjectId(ISSUER, sub);
const [clerk, head, admin] = [who(`clerk.${ward}`), who(`head.${ward}`), who('sysadmin')];

function build(modules: readonly LifecycleModule[] = lifecycleModules): Host & { clock: SimulatedClock } {
  const clock = new SimulatedClock('2026-07-01T01:00:00.000Z');
  const random = seededRandomness('spec');
  const parts = {
    store: openMemoryStore(),
    identity: SPEC_LOG,
    persons: nobody,
    questions: { ask: () => Promise.resolve({ rows: [], asOf: undefined }) },
    keys: memoryKeys((length) => random.bytes(length)),
    attempts: { record: () => Promise.resolve() },
    random,
  };
  return { ...hostOf({ modules, answers: overviewAnswers, clock, ...parts }), clock };
}

async function opened(): Promise<
  Host & { clock: SimulatedClock; send(subject: string, command: object, around?: object): Promise<Outcome> }
> {
  const host = build();
  await seed(host.engine, { issuer: ISSUER });
  let sent = 0;
  const send = (subject: string, command: object, around: object = {}): Promise<Outcome> => {
    host.clock.tick(1);
    sent += 1;
    return host.engine.execute({
      commandId: `spec-${sent}`,
      lifecycle: 'access',
      subject,
      command: command as { type: string },
      document: PAPER,
      reason: 'x',
      ...around,
    });
  };
  return { ...host, send };
}

describe('a table that names what does not hold', () => {
  const withDuty = (apartFrom: string): readonly LifecycleModule[] =>
    lifecycleModules.map((module) => {
      const row = module.lifecycle.commands['AcceptPlan'];
      return row
        ? {
            ...module,
            lifecycle: {
              ...module.lifecycle,
              commands: { ...module.lifecycle.commands, AcceptPlan: { ...row, apartFrom: [apartFrom] } },
            },
          }
        : module;
    });

  it.each([
    ['Nonsense', 'plan.AcceptPlan is to be apart from Nonsense, which does not exist'],
    ['nothing.DraftPlan', 'which does not exist'],
    ['model.Nonsense', 'which does not exist'],
    ['model.ProposeModel', 'plan.AcceptPlan is to be apart from model.ProposeModel, but reads no stream of model'],
  ])('does not start: apart from %s', (other, message) => expect(() => build(withDuty(other))).toThrow(message));

  it('is none of ours', () => expect(() => build()).not.toThrow());
});

describe('powers from the log', () => {
  it('are the system’s own, for ever, and nobody’s who is unknown', async () => {
    const { authority, loader } = build();
    expect(await authority.grantsOf(SYSTEM_SUBJECT, loader)).toEqual([
      { id: 'system', role: 'SYSTEM', unit: '', from: '' },
    ]);
    expect(await authority.grantsOf('nobody', loader)).toEqual([]);
  });

  it('are what was granted', async () => {
    const { authority, loader } = await opened();
    expect(await authority.grantsOf(clerk, loader)).toMatchObject([{ role: 'UNIT_CLERK', unit: unitId(ward) }]);
    expect(PERSONAS.length).toBeGreaterThan(100);
  });

  it('that are delegated last only as long as the delegator’s own', async () => {
    const { authority, loader, send, clock } = await opened();
    const delegate = {
      type: 'GrantDelegation',
      id: clerk,
      delegator: head,
      role: 'UNIT_HEAD',
      unit: unitId(ward),
      to: '2027-01-01T00:00:00.000Z',
      capacity: 'KT',
    };
    expect(isRefusal(await send(head, delegate))).toBe(false);
    const delegated = async () => (await authority.grantsOf(clerk, loader)).filter((it) => it.onBehalfOf === head);
    expect(await delegated()).toMatchObject([{ role: 'UNIT_HEAD', to: '2027-01-01T00:00:00.000Z', capacity: 'KT' }]);
    const [own] = await authority.grantsOf(head, loader);
    await send(admin, { type: 'EndRole', id: head, grant: own?.id });
    expect(await delegated()).toMatchObject([{ to: clock.now() }]);
  });

  it('are not passed on by whoever has them from another', async () => {
    const { send } = await opened();
    const delegate = {
      type: 'GrantDelegation',
      role: 'UNIT_HEAD',
      unit: unitId(ward),
      to: '2027-01-01T00:00:00.000Z',
      capacity: 'KT',
    };
    await send(head, { ...delegate, id: clerk, delegator: head });
    expect(await send(clerk, { ...delegate, id: admin, delegator: clerk })).toMatchObject({ code: 'POWER_NOT_HELD' });
  });

  it('know who leads a campaign', async () => {
    const { authority, loader } = await opened();
    expect(await Promise.all([hueCampaignId, undefined, 'none'].map((it) => authority.leadUnit(it, loader)))).toEqual([
      unitId('SNV'),
      undefined,
      undefined,
    ]);
  });
});

describe('policies from the log', () => {
  it('are found as the present one and by their hash, with the campaign’s period', async () => {
    const { loader } = await opened();
    const policies = new LogPolicies();
    const current = await policies.current(hueCampaignId, loader);
    expect(current).toMatchObject({
      hash: contentHash({ ...(current?.content as object), shape: 1 }),
      period: { from: '2026-01-01', to: '2030-12-31' },
    });
    expect(await policies.pinned(hueCampaignId, current?.hash ?? '', loader)).toEqual(current);
  });

  it('are none where there is no campaign or no such version', async () => {
    const { loader } = await opened();
    const policies = new LogPolicies();
    expect(
      await Promise.all([
        policies.current('none', loader),
        policies.pinned('none', 'x', loader),
        policies.pinned(hueCampaignId, 'x', loader),
      ]),
    ).toEqual([undefined, undefined, undefined]);
  });
});
