import type { Fold, Grant, Personal, Recorded } from '#kernel';
import { begins, ends } from './dated.js';
import { accessEvents, type AccessEvent, type DelegationData } from './events.js';

/** A role held at a unit over a time. */
export interface RoleGrant {
  readonly grant: string;
  readonly role: string;
  readonly unit: string;
  readonly from: string;
  readonly to?: string;
}

/** A power received from another over a time. */
export interface Delegation extends DelegationData {
  readonly from: string;
}

/** A subject as the log knows it. */
export type AccessState =
  | { readonly status: 'none' }
  | {
      readonly status: 'registered';
      readonly subject: string;
      readonly name: Personal;
      readonly roles: readonly RoleGrant[];
      readonly delegations: readonly Delegation[];
    };

function evolve(state: AccessState, { id, event, meta }: Recorded<AccessEvent>): AccessState {
  if (event.type === 'SubjectRegistered') {
    return { status: 'registered', subject: id, name: event.data.name, roles: [], delegations: [] };
  }
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'RoleGranted':
      return { ...state, roles: [...state.roles, { ...event.data, from: begins(meta) }] };
    case 'RoleEnded':
      return {
        ...state,
        roles: state.roles.map((it) => (it.grant === event.data.grant ? endedBy(it, ends(meta)) : it)),
      };
    case 'DelegationGranted':
      return { ...state, delegations: [...state.delegations, { ...event.data, from: begins(meta) }] };
    case 'DelegationRevoked':
      return {
        ...state,
        delegations: state.delegations.map((it) =>
          it.delegation === event.data.delegation ? endedBy(it, begins(meta)) : it,
        ),
      };
    default:
      return event satisfies never;
  }
}

/** An end never prolongs what ends earlier. */
const endedBy = <T extends { readonly to?: string }>(power: T, at: string): T => ({
  ...power,
  to: power.to !== undefined && power.to < at ? power.to : at,
});

export const accessFold: Fold<AccessState, AccessEvent> = {
  name: 'access',
  initial: { status: 'none' },
  evolve,
  events: accessEvents,
};

/** The subject's own roles as grants. */
export const ownGrants = (state: AccessState): readonly Grant[] =>
  state.status === 'none' ? [] : state.roles.map(({ grant, ...rest }) => ({ id: grant, ...rest }));

/** The half-open time that both grants cover, if any. */
function overlap(delegation: Delegation, base: Grant): { from: string; to: string } | undefined {
  const from = delegation.from > base.from ? delegation.from : base.from;
  const to = base.to !== undefined && base.to < delegation.to ? base.to : delegation.to;
  return from < to ? { from, to } : undefined;
}

/**
 * A delegation as grants: in force only while the delegator holds the role himself. A delegated power is not passed on.
 * @param delegator the state of the delegator's own stream
 */
export function delegatedGrants(delegation: Delegation, delegator: AccessState): readonly Grant[] {
  const { role, unit, capacity, commands } = delegation;
  return ownGrants(delegator)
    .filter((base) => base.role === role && base.unit === unit)
    .flatMap((base) => overlap(delegation, base) ?? [])
    .map((time) => ({
      id: delegation.delegation,
      role,
      unit,
      ...time,
      onBehalfOf: delegation.delegator,
      capacity,
      ...(commands && { commands }),
    }));
}
