import { by, ROLES } from '#identity';
import { breaking, lifecycle, reading, text, type Competence } from '#kernel';
import { unitFold } from '#lifecycles/unit';
import type { AccessCommand, GrantDelegation, GrantRole } from './commands.js';
import { endRole, grantDelegation, grantRole, registerSubject, revokeDelegation } from './decide.js';
import type { AccessEvent } from './events.js';
import {
  delegatesInPerson,
  delegatesPowerHeld,
  endsAfterItBegins,
  endsRoleHeld,
  holdsRevocable,
  holdsRole,
  notForOneself,
  revokesDelegationHeld,
  roleIsFree,
  unitOperates,
} from './guards.js';
import { accessFold, type AccessState } from './state.js';

/** Whoever holds a power may delegate it; a guard checks that it is the own one. */
const holders: readonly Competence[] = Object.entries(ROLES)
  .filter(([role]) => role !== 'SYSTEM')
  .map(([role, label]) => ({ role, over: 'anyUnit', label }));

/** A power rests on the paper that grants or ends it, which may be older than our registering the subject. */
const buildsOn: readonly string[] = [];

/** Who may do what, by events: an auditor sees who was competent on any day. */
export const accessLifecycle = lifecycle<AccessState, AccessCommand, AccessEvent>()(
  {
    fold: accessFold,
    label: text('Quyền hạn', 'Access'),
    states: { none: text('Chưa có', 'None'), registered: text('Đã đăng ký', 'Registered') },
    identify: (command) => command.id,
    unitOf: () => undefined,
    campaignOf: () => undefined,
  },
  (on) => ({
    RegisterSubject: on({
      label: text('Đăng ký người dùng', 'Register a subject'),
      from: ['none'],
      to: ['registered'],
      by: [by.sysadmin, by.system],
      decide: registerSubject,
    }),
    GrantRole: on({
      label: text('Giao vai trò', 'Grant a role'),
      from: ['registered'],
      to: ['registered'],
      by: [by.sysadmin, by.system],
      decision: { needs: ['document'] },
      reads: { unit: reading(unitFold, (_state: AccessState, command?: GrantRole) => command?.unit) },
      fences: [breaking('access')],
      guards: [notForOneself, endsAfterItBegins, unitOperates, roleIsFree],
      buildsOn,
      decide: grantRole,
    }),
    EndRole: on({
      label: text('Kết thúc vai trò', 'End a role'),
      from: ['registered'],
      to: ['registered'],
      by: [by.sysadmin],
      decision: { needs: ['reason'] },
      fences: [breaking('access')],
      guards: [holdsRole, endsRoleHeld],
      buildsOn,
      decide: endRole,
    }),
    GrantDelegation: on({
      label: text('Ủy quyền', 'Delegate a power'),
      from: ['registered'],
      to: ['registered'],
      by: holders,
      decision: { needs: ['document'], legalBasis: ['NĐ 30/2020/NĐ-CP Điều 13'] },
      reads: { delegator: reading(accessFold, (_state: AccessState, command?: GrantDelegation) => command?.delegator) },
      fences: [breaking('access')],
      guards: [notForOneself, delegatesInPerson, endsAfterItBegins, delegatesPowerHeld],
      buildsOn,
      decide: grantDelegation,
    }),
    RevokeDelegation: on({
      label: text('Chấm dứt ủy quyền', 'Revoke a delegation'),
      from: ['registered'],
      to: ['registered'],
      by: holders,
      decision: { needs: ['reason'] },
      fences: [breaking('access')],
      guards: [holdsRevocable, revokesDelegationHeld],
      buildsOn,
      decide: revokeDelegation,
    }),
  }),
);
