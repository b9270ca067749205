import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ROLES, type Role } from '#identity';
import { inForce, personal } from '#kernel';
import type { UnitEvent } from '#lifecycles/unit';
import { given, loaded } from '#testing';
import { active, pasts as units, unit } from '../unit/spec-support/examples.js';
import type { AccessCommand } from './commands.js';
import type { AccessEvent, DelegationData } from './events.js';
import { accessLifecycle } from './lifecycle.js';
import { accessFold, delegatedGrants, ownGrants, type AccessState } from './state.js';

const NOW = '2026-09-01T02:00:00.000Z';
const [EARLIER, LATER, END] = ['2026-01-01T00:00:00.000Z', '2026-10-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'];
const givenAccess = (past: readonly AccessEvent[]) =>
  given<AccessState, AccessCommand, AccessEvent, unknown>(accessLifecycle, past);

const registered: readonly AccessEvent[] = [
  { type: 'SubjectRegistered', data: { subject: 's1', name: personal('s1', 'Trần Thị Lan') } },
];
const granted = (more: Partial<Extract<AccessEvent, { type: 'RoleGranted' }>['data']> = {}): AccessEvent => ({
  type: 'RoleGranted',
  data: { grant: 'g1', role: 'UNIT_HEAD', unit: 'u1', from: EARLIER, ...more },
});
const delegation: DelegationData = {
  delegation: 'd1',
  delegator: 's9',
  role: 'UNIT_HEAD',
  unit: 'u1',
  from: EARLIER,
  to: END,
  capacity: 'KT',
};
const delegated = (more: Partial<DelegationData> = {}): AccessEvent => ({
  type: 'DelegationGranted',
  data: { ...delegation, ...more },
});
const stateOf = (...past: readonly AccessEvent[]): AccessState => givenAccess([...registered, ...past]).state;

const commands: { readonly [K in AccessCommand['type']]: Extract<AccessCommand, { type: K }> } = {
  RegisterSubject: { type: 'RegisterSubject', id: 's1', name: personal('s1', 'Trần Thị Lan') },
  GrantRole: { type: 'GrantRole', id: 's1', role: 'UNIT_HEAD', unit: 'u1' },
  EndRole: { type: 'EndRole', id: 's1', grant: 'g1' },
  GrantDelegation: {
    type: 'GrantDelegation',
    id: 's1',
    delegator: 's9',
    role: 'UNIT_HEAD',
    unit: 'u1',
    to: END,
    capacity: 'KT',
  },
  RevokeDelegation: { type: 'RevokeDelegation', id: 's1', revoked: 'd1' },
};
const delegator = { subject: 's9', role: 'UNIT_HEAD' };
const reads = {
  unit: unit('u1', active),
  delegator: loaded(accessFold, 's9', givenAccess([...registered, granted()]).state),
};
const around = { actor: delegator, reads };

describe('every command of access', () => {
  const { id: _id, type: _type, ...passed } = commands.GrantDelegation;
  it.each<[keyof typeof commands, readonly AccessEvent[], AccessEvent]>([
    [
      'RegisterSubject',
      [],
      { type: 'SubjectRegistered', data: { subject: 's1', name: commands.RegisterSubject.name } },
    ],
    [
      'GrantRole',
      registered,
      { type: 'RoleGranted', data: { grant: 'grant-new', role: 'UNIT_HEAD', unit: 'u1', from: NOW } },
    ],
    ['EndRole', [...registered, granted()], { type: 'RoleEnded', data: { grant: 'g1', at: NOW } }],
    [
      'GrantDelegation',
      registered,
      { type: 'DelegationGranted', data: { delegation: 'delegation-new', from: NOW, ...passed } },
    ],
    [
      'RevokeDelegation',
      [...registered, delegated()],
      { type: 'DelegationRevoked', data: { delegation: 'd1', at: NOW } },
    ],
  ])('%s is carried out', (type, past, event) => {
    expect(givenAccess(past).when(commands[type], around)).toEqual({
      events: [event],
      refusal: undefined,
      status: 'registered',
    });
  });

  it.each(Object.values(commands))('$type does not start from the other state', (command) => {
    expect(givenAccess(command.type === 'RegisterSubject' ? registered : []).when(command, around).refusal?.code).toBe(
      'TRANSITION_NOT_ALLOWED',
    );
  });
});

describe('a refused command', () => {
  const { GrantRole, EndRole, GrantDelegation, RevokeDelegation } = commands;
  it.each<[string, readonly AccessEvent[], AccessCommand, object, string]>([
    [
      'a role for oneself',
      registered,
      GrantRole,
      { actor: { subject: 's1', role: 'SYSADMIN' } },
      'OWN_POWER_TO_ONESELF',
    ],
    [
      'a role for whom one acts for',
      registered,
      GrantRole,
      { actor: { subject: 's2', role: 'SYSADMIN', onBehalfOf: 's1' } },
      'OWN_POWER_TO_ONESELF',
    ],
    [
      'a role that ends before it begins',
      registered,
      { ...GrantRole, from: LATER, to: LATER },
      {},
      'GRANT_TIME_REVERSED',
    ],
    ['a role that is held', [...registered, granted()], GrantRole, {}, 'ROLE_ALREADY_HELD'],
    [
      'a role that is held when it is to begin',
      [...registered, granted({ to: END })],
      { ...GrantRole, from: LATER },
      {},
      'ROLE_ALREADY_HELD',
    ],
    ['the end of a role that is none', registered, EndRole, {}, 'GRANT_NOT_FOUND'],
    ['the end of a role that has ended', [...registered, granted({ to: NOW })], EndRole, {}, 'GRANT_NOT_FOUND'],
    ['an end before the beginning', [...registered, granted({ from: LATER })], EndRole, {}, 'GRANT_TIME_REVERSED'],
    [
      'an end that would prolong it',
      [...registered, granted({ to: LATER })],
      { ...EndRole, at: END },
      {},
      'ROLE_ENDS_EARLIER',
    ],
    [
      'a delegation to oneself',
      registered,
      { ...GrantDelegation, delegator: 's1' },
      { actor: { subject: 's1' } },
      'OWN_POWER_TO_ONESELF',
    ],
    [
      'somebody else’s power',
      registered,
      GrantDelegation,
      { actor: { subject: 's8', role: 'SYSADMIN' } },
      'NOT_OWN_POWER',
    ],
    [
      'a power that was delegated itself',
      registered,
      GrantDelegation,
      { actor: { subject: 's8', onBehalfOf: 's9' } },
      'NOT_OWN_POWER',
    ],
    [
      'a delegation that is over before it begins',
      registered,
      { ...GrantDelegation, to: NOW },
      around,
      'GRANT_TIME_REVERSED',
    ],
    [
      'a role that the delegator has not',
      registered,
      { ...GrantDelegation, role: 'SYSADMIN' },
      around,
      'POWER_NOT_HELD',
    ],
    ['a role that he has at another unit', registered, { ...GrantDelegation, unit: 'u2' }, around, 'POWER_NOT_HELD'],
    ['the end of a delegation that is none', registered, RevokeDelegation, around, 'GRANT_NOT_FOUND'],
    [
      'the end of one that is over',
      [...registered, delegated({ to: NOW })],
      RevokeDelegation,
      around,
      'GRANT_NOT_FOUND',
    ],
    [
      'the end of somebody else’s',
      [...registered, delegated()],
      RevokeDelegation,
      { actor: { subject: 's1', role: 'UNIT_CLERK' } },
      'NOT_OWN_POWER',
    ],
  ])('is %s', (_, past, command, more, code) => {
    const { events, refusal } = givenAccess(past).when(command, { reads, ...more });
    expect([events, refusal?.code]).toEqual([[], code]);
  });

  it('names the role for people, beside its code', () => {
    const { refusal } = givenAccess([...registered, granted()]).when(commands.GrantRole, {
      reads,
      actor: { subject: 's2', role: 'SYSADMIN' },
    });
    const { role } = commands.GrantRole;
    expect(refusal?.facts).toEqual({ role, roleLabel: ROLES[role] });
    expect(refusal?.message).toEqual({
      vi: `Người này đang giữ vai trò “${ROLES[role].vi}” tại đơn vị đó.`,
      en: `This person already holds the role “${ROLES[role].en}” at that unit.`,
    });
  });

  it('grants no role at a unit that is gone, and at one that is not registered yet only to those who register units', () => {
    const at = (past: readonly UnitEvent[], role: Role) =>
      givenAccess(registered).when(
        { ...commands.GrantRole, role },
        { actor: { subject: 's2', role: 'SYSADMIN' }, reads: { ...reads, unit: unit('u1', past) } },
      ).refusal?.code;
    expect([at(units.merged, 'SNV_OFFICER'), at(units.none, 'UNIT_HEAD'), at(units.none, 'SNV_OFFICER')]).toEqual([
      'UNIT_NOT_IN_OPERATION',
      'UNIT_NOT_IN_OPERATION',
      undefined,
    ]);
  });

  it('is not the administrator ending anybody’s delegation', () => {
    expect(
      givenAccess([...registered, delegated()]).when(RevokeDelegation, { actor: { subject: 's8', role: 'SYSADMIN' } })
        .refusal,
    ).toBeUndefined();
  });

  it('is not a role held at another time, or at another unit', () => {
    expect(givenAccess([...registered, granted({ to: NOW })]).when(GrantRole, around).refusal).toBeUndefined();
    expect(givenAccess([...registered, granted({ unit: 'u2' })]).when(GrantRole, around).refusal).toBeUndefined();
  });
});

describe('a delegated power', () => {
  const holder = (more: Parameters<typeof granted>[0] = {}): AccessState => stateOf(granted(more));

  it('is in force while both the delegation and the delegator’s own role are', () => {
    const [it] = delegatedGrants({ ...delegation, from: '2026-03-01T00:00:00.000Z' }, holder({ to: LATER }));
    expect(it).toEqual({
      id: 'd1',
      role: 'UNIT_HEAD',
      unit: 'u1',
      from: '2026-03-01T00:00:00.000Z',
      to: LATER,
      onBehalfOf: 's9',
      capacity: 'KT',
    });
  });

  it.each([
    ['another role', holder({ role: 'UNIT_CLERK' })],
    ['another unit', holder({ unit: 'u2' })],
    ['a role that was over', holder({ to: EARLIER })],
    ['nothing', { status: 'none' } as const],
    ['only a delegated power', stateOf(delegated({ delegator: 's7' }))],
  ])('of one who holds %s is none', (_, state) => expect(delegatedGrants(delegation, state)).toEqual([]));

  it('keeps to the commands it was limited to', () => {
    expect(delegatedGrants({ ...delegation, commands: ['plan.SubmitPlan'] }, holder())).toMatchObject([
      { commands: ['plan.SubmitPlan'] },
    ]);
  });

  it('that is revoked before it begins never was', () => {
    const state = stateOf(delegated({ from: LATER }), {
      type: 'DelegationRevoked',
      data: { delegation: 'd1', at: NOW },
    });
    const [revoked] = state.status === 'none' ? [] : state.delegations;
    expect(revoked && delegatedGrants(revoked, holder())).toEqual([]);
  });
});

const instant = fc.integer({ min: 0, max: 20 }).map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString());

describe('at any instant', () => {
  it('a delegated power is in force exactly where the delegation and an own role of the delegator are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(instant, instant), { maxLength: 4 }),
        instant,
        instant,
        instant,
        (roles, from, to, at) => {
          const held = roles.map(([start, end], i) => granted({ grant: `g${i}`, from: start, to: end }));
          const state = stateOf(...held);
          const own = ownGrants(state).some((it) => inForce(it, at));
          const passed = delegatedGrants({ ...delegation, from, to }, state).some((it) => inForce(it, at));
          expect(passed).toBe(own && from <= at && at < to);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('who may', () => {
  it('delegate is anybody who can hold a power; the system cannot', () => {
    const roles = accessLifecycle.commands.GrantDelegation.by.map((it) => it.role);
    expect(roles).toContain('UNIT_HEAD');
    expect(roles).not.toContain('SYSTEM');
  });

  it('grant a role is the administrator, or the system for the first one', () => {
    expect(accessLifecycle.commands.GrantRole.by.map((it) => it.role)).toEqual(['SYSADMIN', 'SYSTEM']);
  });
});
