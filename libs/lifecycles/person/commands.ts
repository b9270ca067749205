import type { Personal } from '#kernel';

/** Says that two identities are one person: from now on the first stands for the second. */
export interface JoinPersons {
  readonly type: 'JoinPersons';
  /** The double; known by identity. */
  readonly double: Personal;
  /** Who it is; known by identity. Of somebody who is joined already it is the one who stands for him. */
  readonly person: Personal;
}

/** Says that they are two persons after all. */
export interface SeparatePersons {
  readonly type: 'SeparatePersons';
  readonly id: string;
}

export type PersonCommand = JoinPersons | SeparatePersons;
