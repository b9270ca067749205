import type { Fold, Recorded } from '#kernel';
import {
  replicationEvents,
  type AdoptionMeasure,
  type ReplicationEvent,
  type ReplicationSubject,
  type Scope,
} from './events.js';

/** The steps of one unit's adoption. */
export type AdoptionStatus = 'INVITED' | 'ACCEPTED' | 'DECLINED' | 'ADOPTING' | 'CONFIRMED' | 'FAILED';

/** How one invited unit stands to the replication. */
export interface Adoption {
  readonly unit: string;
  readonly status: AdoptionStatus;
  /** The unit's own model, once it has begun. */
  readonly model?: string;
  readonly measurements: readonly { readonly measures: readonly AdoptionMeasure[]; readonly on: string }[];
  /** Exclusive instant by which the unit should have answered. */
  readonly dueAt?: string;
}

/** Everything known of a replication that exists. */
export interface ReplicationFacts extends ReplicationSubject {
  readonly scope?: Scope;
  readonly mandatory: boolean;
  /** The units it was decided for; empty when it is for the whole city. */
  readonly selected: readonly string[];
  readonly guides: readonly string[];
  readonly adoptions: readonly Adoption[];
  /** Exclusive instant by which the awaited decision is due. */
  readonly dueAt?: string;
}

type In<Status extends string> = ReplicationFacts & { readonly status: Status };

/** Where a replication stands, and what is known of it there. */
export type ReplicationState =
  | { readonly status: 'none' }
  | In<'proposed'>
  | In<'withdrawn'>
  | In<'refused'>
  | In<'decided'>
  | In<'calling'>
  | In<'halted'>
  | In<'closed'>;
/** A replication that has been proposed. */
export type Replication = Exclude<ReplicationState, { status: 'none' }>;

/** The adoption of a unit, if it has been invited. */
export const adoptionOf = (state: ReplicationFacts, unit: string): Adoption | undefined =>
  state.adoptions.find((it) => it.unit === unit);

/** How far the model has spread: units that run it as their own. */
export const spreadOf = (state: ReplicationFacts): number =>
  state.adoptions.filter((it) => it.status === 'ADOPTING' || it.status === 'CONFIRMED').length;

function change(state: Replication, unit: string, patch: (adoption: Adoption) => Adoption): Replication {
  return { ...state, adoptions: state.adoptions.map((it) => (it.unit === unit ? patch(it) : it)) };
}

const becomes = (state: Replication, unit: string, status: AdoptionStatus): Replication =>
  change(state, unit, (it) => ({ ...it, status, dueAt: undefined }));

/** A unit that declined or failed may be invited again: what it measured stays. */
function invited(state: Replication, unit: string, dueAt: string): Replication {
  if (adoptionOf(state, unit))
    return change(state, unit, (it) => ({ ...it, status: 'INVITED', model: undefined, dueAt }));
  return { ...state, adoptions: [...state.adoptions, { unit, status: 'INVITED', measurements: [], dueAt }] };
}

function evolve(state: ReplicationState, { event }: Recorded<ReplicationEvent>): ReplicationState {
  if (event.type === 'ReplicationProposed')
    return { status: 'proposed', ...event.data, mandatory: false, selected: [], guides: [], adoptions: [] };
  return state.status === 'none' ? state : evolveExisting(state, event);
}

function evolveExisting(
  state: Replication,
  event: Exclude<ReplicationEvent, { type: 'ReplicationProposed' }>,
): Replication {
  switch (event.type) {
    case 'ReplicationWithdrawn':
      return { ...state, status: 'withdrawn', dueAt: undefined };
    case 'ReplicationRefused':
      return { ...state, status: 'refused', dueAt: undefined };
    case 'ReplicationDecided': {
      const { scope, mandatory, units: selected, restricted } = event.data;
      return { ...state, status: 'decided', scope, mandatory, selected, restricted, dueAt: undefined };
    }
    case 'ReplicationGuidePublished':
      return { ...state, status: 'calling', guides: [...state.guides, event.data.guide] };
    case 'ReplicationHalted':
      return { ...state, status: 'halted' };
    case 'ReplicationClosed':
      return { ...state, status: 'closed' };
    default:
      return evolveAdoption(state, event);
  }
}

type AdoptionEvent = Extract<ReplicationEvent, { data: { unit: string }; type: `Adoption${string}` | 'UnitInvited' }>;

function evolveAdoption(state: Replication, event: AdoptionEvent): Replication {
  const { unit } = event.data;
  switch (event.type) {
    case 'UnitInvited':
      return invited(state, unit, event.data.dueAt);
    case 'AdoptionAccepted':
      return becomes(state, unit, 'ACCEPTED');
    case 'AdoptionDeclined':
      return becomes(state, unit, 'DECLINED');
    case 'AdoptionStarted':
      return change(becomes(state, unit, 'ADOPTING'), unit, (it) => ({ ...it, model: event.data.model }));
    case 'AdoptionMeasured': {
      const { measures, on } = event.data;
      return change(state, unit, (it) => ({ ...it, measurements: [...it.measurements, { measures, on }] }));
    }
    case 'AdoptionConfirmed':
      return becomes(state, unit, 'CONFIRMED');
    case 'AdoptionFailed':
      return becomes(state, unit, 'FAILED');
    default:
      return event satisfies never;
  }
}

export const replicationFold: Fold<ReplicationState, ReplicationEvent> = {
  name: 'replication',
  initial: { status: 'none' },
  evolve,
  events: replicationEvents,
};
