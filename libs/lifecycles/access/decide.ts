import { personal, type DecideContext, type Refusal } from '#kernel';
import type { EndRole, GrantDelegation, GrantRole, RegisterSubject, RevokeDelegation } from './commands.js';
import type { AccessEvent } from './events.js';
import { accessRefusals } from './refusals.js';
import type { AccessState } from './state.js';

type Registered = Extract<AccessState, { status: 'registered' }>;
type Context = DecideContext<unknown>;

/** The subject is the person: one identity, one key. Somebody known by another identity would be two persons in one. */
export function registerSubject({ name }: RegisterSubject, _state: unknown, { id }: Context): AccessEvent | Refusal {
  if (!('clear' in name)) return accessRefusals.subjectIsPerson({}, ['name']);
  return { type: 'SubjectRegistered', data: { name: personal(id, name.clear) } };
}

export const grantRole = ({ role, unit, to }: GrantRole, _state: Registered, { newId }: Context): AccessEvent => ({
  type: 'RoleGranted',
  data: { grant: newId('grant'), role, unit, ...(to !== undefined && { to }) },
});

export const endRole = ({ grant }: EndRole): AccessEvent => ({ type: 'RoleEnded', data: { grant } });

export const grantDelegation = (
  { id: _id, type: _type, ...said }: GrantDelegation,
  _state: Registered,
  { newId }: Context,
): AccessEvent => ({ type: 'DelegationGranted', data: { delegation: newId('delegation'), ...said } });

export const revokeDelegation = ({ revoked }: RevokeDelegation): AccessEvent => ({
  type: 'DelegationRevoked',
  data: { delegation: revoked },
});
