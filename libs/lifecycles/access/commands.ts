import type { Role } from '#identity';
import type { Personal, SignatureCapacity } from '#kernel';

export interface RegisterSubject {
  readonly type: 'RegisterSubject';
  readonly id: string;
  readonly name: Personal;
}

export interface GrantRole {
  readonly type: 'GrantRole';
  readonly id: string;
  readonly role: Role;
  readonly unit: string;
  /** Instants; from now, without end, unless given. */
  readonly from?: string;
  readonly to?: string;
}

export interface EndRole {
  readonly type: 'EndRole';
  readonly id: string;
  readonly grant: string;
  readonly at?: string;
}

export interface GrantDelegation {
  readonly type: 'GrantDelegation';
  /** The delegate. */
  readonly id: string;
  readonly delegator: string;
  readonly role: Role;
  readonly unit: string;
  readonly from?: string;
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
