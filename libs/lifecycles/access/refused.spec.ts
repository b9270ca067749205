import { describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '#identity';
import type { Past, Surroundings } from '#testing';
import type { UnitEvent } from '#lifecycles/unit';
import { active, pasts as units, unit } from '../unit/spec-support/examples.js';
import type { AccessCommand } from './commands.js';
import {
  byHead,
  commands,
  delegated,
  EARLIER,
  END,
  givenAccess,
  granted,
  LATER,
  NOW,
  reads,
  registered,
  type PastAccess,
} from './spec-support/examples.js';

const { GrantRole, EndRole, GrantDelegation, RevokeDelegation } = commands;
const by = (subject: string, more: object = {}): Surroundings => ({ actor: { subject, ...more } });
const from = (effectiveFrom: string): Surroundings => ({ effectiveFrom });
const admin = by('s2', { role: 'SYSADMIN' });

type Case = [
  what: string,
  past: readonly PastAccess[],
  command: AccessCommand,
  around: Surroundings,
  code: string,
  path: string | undefined,
];

describe('a refused command', () => {
  it.each<Case>([
    ['a role for oneself', registered, GrantRole, by('dossier-1'), 'OWN_POWER_TO_ONESELF', undefined],
    [
      'a role for whom one acts for',
      registered,
      GrantRole,
      by('s2', { onBehalfOf: 'dossier-1' }),
      'OWN_POWER_TO_ONESELF',
      undefined,
    ],
    [
      'a role that ends before it begins',
      registered,
      { ...GrantRole, to: LATER },
      from(LATER),
      'GRANT_TIME_REVERSED',
      'to',
    ],
    [
      'a role that would have ended before now',
      registered,
      { ...GrantRole, to: NOW },
      from(EARLIER),
      'GRANT_TIME_REVERSED',
      'to',
    ],
    ['a role that is held', [...registered, granted()], GrantRole, admin, 'ROLE_ALREADY_HELD', 'role'],
    [
      'a role that is held when it is to begin',
      [...registered, granted({ to: END })],
      GrantRole,
      from(LATER),
      'ROLE_ALREADY_HELD',
      'role',
    ],
    ['the end of a role where none is held', registered, EndRole, admin, 'NO_POWER_IN_FORCE', undefined],
    [
      'the end of a role that has ended',
      [...registered, granted({ to: NOW }), granted({ grant: 'g2' })],
      EndRole,
      admin,
      'GRANT_NOT_FOUND',
      'grant',
    ],
    [
      'an end before the beginning',
      [...registered, granted({}, LATER)],
      EndRole,
      admin,
      'GRANT_TIME_REVERSED',
      'effectiveFrom',
    ],
    [
      'an end that would prolong it',
      [...registered, granted({ to: LATER })],
      EndRole,
      from(END),
      'ROLE_ENDS_EARLIER',
      'effectiveFrom',
    ],
    [
      'a delegation to oneself',
      registered,
      { ...GrantDelegation, delegator: 'dossier-1' },
      by('dossier-1'),
      'OWN_POWER_TO_ONESELF',
      undefined,
    ],
    ['somebody else’s power', registered, GrantDelegation, admin, 'NOT_OWN_POWER', 'delegator'],
    [
      'a power that was delegated itself',
      registered,
      GrantDelegation,
      by('s8', { onBehalfOf: 's9' }),
      'NOT_OWN_POWER',
      'delegator',
    ],
    [
      'a delegation that is over before it begins',
      registered,
      { ...GrantDelegation, to: NOW },
      byHead,
      'GRANT_TIME_REVERSED',
      'to',
    ],
    [
      'a role that the delegator has not',
      registered,
      { ...GrantDelegation, role: 'SYSADMIN' },
      byHead,
      'POWER_NOT_HELD',
      'role',
    ],
    [
      'a role that he has at another unit',
      registered,
      { ...GrantDelegation, unit: 'u2' },
      byHead,
      'POWER_NOT_HELD',
      'role',
    ],
    [
      'the end of a delegation where there is none',
      registered,
      RevokeDelegation,
      byHead,
      'NO_POWER_IN_FORCE',
      undefined,
    ],
    [
      'the end of one that is over',
      [...registered, delegated({ to: NOW }), delegated({ delegation: 'd2' })],
      RevokeDelegation,
      byHead,
      'GRANT_NOT_FOUND',
      'revoked',
    ],
    [
      'the end of somebody else’s',
      [...registered, delegated()],
      RevokeDelegation,
      by('s1'),
      'NOT_OWN_POWER',
      undefined,
    ],
    [
      'the end of somebody else’s beside one’s own',
      [...registered, delegated(), delegated({ delegation: 'd2', delegator: 's1' })],
      RevokeDelegation,
      by('s1'),
      'NOT_OWN_POWER',
      'revoked',
    ],
    [
      'a revocation that would prolong it',
      [...registered, delegated({ to: LATER })],
      RevokeDelegation,
      { ...byHead, ...from(END) },
      'ROLE_ENDS_EARLIER',
      'effectiveFrom',
    ],
  ])('is %s', (_, past, command, around, code, path) => {
    const { events, refusal } = givenAccess(past).when(command, { reads, ...around });
    expect([events, refusal?.code, refusal?.path?.join('.')]).toEqual([[], code, path]);
  });

  it('names the role for people, beside its code', () => {
    const { refusal } = givenAccess([...registered, granted()]).when(GrantRole, { reads, ...admin });
    const { role } = GrantRole;
    expect(refusal?.facts).toEqual({ role, roleLabel: ROLES[role] });
    expect(refusal?.message).toEqual({
      vi: `Người này đang giữ vai trò “${ROLES[role].vi}” tại đơn vị đó.`,
      en: `This person already holds the role “${ROLES[role].en}” at that unit.`,
    });
  });

  it('grants no role at a unit that is gone, and at one that is not registered yet only to those who register units', () => {
    const at = (past: readonly Past<UnitEvent>[], role: Role) =>
      givenAccess(registered).when({ ...GrantRole, role }, { ...admin, reads: { ...reads, unit: unit('u1', past) } })
        .refusal?.code;
    expect([
      at(units.merged, 'SNV_OFFICER'),
      at(units.none, 'UNIT_HEAD'),
      at(units.none, 'SNV_OFFICER'),
      at(active, 'UNIT_HEAD'),
    ]).toEqual(['UNIT_NOT_IN_OPERATION', 'UNIT_NOT_IN_OPERATION', undefined, undefined]);
  });

  it('is not the administrator ending anybody’s delegation', () => {
    expect(givenAccess([...registered, delegated()]).when(RevokeDelegation, admin).refusal).toBeUndefined();
  });

  it('is not a role held at another time, or at another unit', () => {
    for (const other of [granted({ to: NOW }), granted({ unit: 'u2' })])
      expect(givenAccess([...registered, other]).when(GrantRole, { reads, ...admin }).refusal).toBeUndefined();
  });
});
