import { ROLES, type Role } from '#identity';
import { defineRefusal, isRefusal, type DecideContext, type Facts, type Loaded, type Refusal } from '#kernel';
import type { EndRole, GrantDelegation, GrantRole, RegisterSubject, RevokeDelegation } from './commands.js';
import { activeUnit, type UnitState } from '#lifecycles/unit';
import type { AccessEvent } from './events.js';
import { ownGrants, type AccessState } from './state.js';

type Registered = Extract<AccessState, { status: 'registered' }>;
type Context = DecideContext<unknown>;

export const accessRefusals = {
  timeReversed: defineRefusal(
    'GRANT_TIME_REVERSED',
    'Thời điểm kết thúc {to} phải sau thời điểm bắt đầu {from}.',
    'The end {to} must come after the start {from}.',
  ),
  grantHeld: defineRefusal(
    'ROLE_ALREADY_HELD',
    'Người này đang giữ vai trò “{roleLabel}” tại đơn vị đó.',
    'This person already holds the role “{roleLabel}” at that unit.',
  ),
  grantUnknown: defineRefusal(
    'GRANT_NOT_FOUND',
    'Không tìm thấy vai trò hoặc ủy quyền {grant} còn hiệu lực.',
    'There is no role or delegation {grant} in force.',
  ),
  endsEarlier: defineRefusal(
    'ROLE_ENDS_EARLIER',
    'Vai trò này đã kết thúc vào {to}; không thể kéo dài bằng cách ghi nhận kết thúc muộn hơn.',
    'The role ends at {to} already; ending it later would prolong it.',
  ),
  notDelegator: defineRefusal(
    'NOT_OWN_POWER',
    'Chỉ được ủy quyền quyền hạn của chính mình.',
    'One may delegate only one’s own power.',
  ),
  powerNotHeld: defineRefusal(
    'POWER_NOT_HELD',
    'Người ủy quyền không giữ vai trò “{roleLabel}” tại đơn vị đó. Quyền được ủy quyền không được ủy quyền lại.',
    'The delegator does not hold the role “{roleLabel}” at that unit. A delegated power is not delegated again.',
  ),
  toSelf: defineRefusal(
    'OWN_POWER_TO_ONESELF',
    'Không được tự giao vai trò hoặc ủy quyền cho chính mình.',
    'Nobody grants a role or a delegation to oneself.',
  ),
} as const;

/** A role as a fact: its code, and its name for people. */
const namedRole = (role: Role): Facts => ({ role, roleLabel: { ...ROLES[role] } });

const openAt = (to: string | undefined, at: string): boolean => to === undefined || at < to;

export function registerSubject(command: RegisterSubject): AccessEvent {
  return { type: 'SubjectRegistered', data: { subject: command.id, name: command.name } };
}

/** Those who register the units hold their roles before there is any unit. */
const FOUNDING: readonly string[] = ['SYSADMIN', 'SNV_OFFICER'];

export function grantRole(
  command: GrantRole,
  state: Registered,
  context: Context,
  reads: { readonly unit: Loaded<UnitState> },
): AccessEvent | Refusal {
  const { role, unit, from = context.now, to } = command;
  const known = activeUnit(reads.unit);
  if (isRefusal(known) && !(reads.unit.state.status === 'none' && FOUNDING.includes(role))) return known;
  const { subject, onBehalfOf } = context.actor;
  if (subject === command.id || onBehalfOf === command.id) return accessRefusals.toSelf();
  if (to !== undefined && to <= from) return accessRefusals.timeReversed({ from, to }, ['to']);
  const held = state.roles.some((it) => it.role === role && it.unit === unit && openAt(it.to, from));
  if (held) return accessRefusals.grantHeld(namedRole(role), ['role']);
  return { type: 'RoleGranted', data: { grant: context.newId('grant'), role, unit, from, ...(to && { to }) } };
}

export function endRole(command: EndRole, state: Registered, context: Context): AccessEvent | Refusal {
  const at = command.at ?? context.now;
  const held = state.roles.find((it) => it.grant === command.grant && openAt(it.to, context.now));
  if (!held) return accessRefusals.grantUnknown({ grant: command.grant }, ['grant']);
  if (at < held.from) return accessRefusals.timeReversed({ from: held.from, to: at }, ['at']);
  if (held.to !== undefined && at > held.to) return accessRefusals.endsEarlier({ to: held.to }, ['at']);
  return { type: 'RoleEnded', data: { grant: command.grant, at } };
}

export function grantDelegation(
  command: GrantDelegation,
  _state: Registered,
  context: Context,
  reads: { readonly delegator: Loaded<AccessState> },
): AccessEvent | Refusal {
  const { id, type: _type, from = context.now, ...rest } = command;
  if (id === command.delegator) return accessRefusals.toSelf({}, ['delegator']);
  if (context.actor.subject !== command.delegator) return accessRefusals.notDelegator({}, ['delegator']);
  if (command.to <= from) return accessRefusals.timeReversed({ from, to: command.to }, ['to']);
  const { role, unit } = command;
  const holds = ownGrants(reads.delegator.state).some(
    (it) => it.role === role && it.unit === unit && openAt(it.to, from),
  );
  if (!holds) return accessRefusals.powerNotHeld(namedRole(role), ['role']);
  return { type: 'DelegationGranted', data: { delegation: context.newId('delegation'), from, ...rest } };
}

export function revokeDelegation(
  command: RevokeDelegation,
  state: Registered,
  context: Context,
): AccessEvent | Refusal {
  const { revoked: delegation } = command;
  const found = state.delegations.find((it) => it.delegation === delegation && openAt(it.to, context.now));
  if (!found) return accessRefusals.grantUnknown({ grant: delegation }, ['revoked']);
  if (context.actor.subject !== found.delegator && context.actor.role !== 'SYSADMIN')
    return accessRefusals.notDelegator();
  return { type: 'DelegationRevoked', data: { delegation, at: context.now } };
}
