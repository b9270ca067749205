import type { Role } from '#identity';
import type { Personal, SignatureCapacity } from '#kernel';

export interface RegisterSubject {
  readonly type: 'RegisterSubject';
  readonly id: string;
  /** The subject's own name: never somebody who is known already. */
  readonly name: Personal;
}

/** From when is said around a command, by `effectiveFrom`; a power begins and is revoked no earlier than now. */
export interface GrantRole {
  readonly type: 'GrantRole';
  readonly id: string;
  readonly role: Role;
  readonly unit: string;
  /** An exclusive instant; without end unless given. */
  readonly to?: string;
}

export interface EndRole {
  readonly type: 'EndRole';
  readonly id: string;
  readonly grant: string;
}

export interface GrantDelegation {
  readonly type: 'GrantDelegation';
  /** The delegate. */
  readonly id: string;
  readonly delegator: string;
  readonly role: Role;
  readonly unit: string;
  readonly to: string;
  readonly capacity: SignatureCapacity;
  readonly commands?: readonly string[];
}

export interface RevokeDelegation {
  readonly type: 'RevokeDelegation';
  readonly id: string;
  readonly revoked: string;
}

export type AccessCommand = RegisterSubject | GrantRole | EndRole | GrantDelegation | RevokeDelegation;
