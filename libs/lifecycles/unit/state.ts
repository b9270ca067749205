import { localDateOf } from '#calendar';
import type { Fold, Personal, Recorded } from '#kernel';
import { dayOf, on, since, type Since } from './dated.js';
import { unitEvents, type RosterBasis, type UnitEvent, type UnitKind } from './events.js';

/** Where a unit stands on the roster from a civil date on. */
export type Standing = 'OBLIGATED' | 'ENROLLED' | 'EXEMPT' | 'REMOVED';

/** Who answers for a unit. */
export interface Head {
  readonly appointment: string;
  readonly name: Personal;
  readonly acting: boolean;
  readonly from: string;
  readonly to?: string;
}

interface UnitFacts {
  readonly key: string;
  readonly kind: UnitKind;
  /** When the unit began and, once it is over, ended. */
  readonly from: string;
  readonly to?: string;
  /** Names and codes over time, the latest last: neither is the unit's identity. */
  readonly names: readonly Since<string>[];
  readonly codes: readonly Since<string>[];
  readonly aliases: readonly string[];
  readonly predecessors: readonly string[];
  readonly standings: readonly Since<Standing>[];
  readonly rosterBasis?: RosterBasis;
  readonly heads: readonly Head[];
  readonly successors: readonly string[];
}

type In<Status extends string> = UnitFacts & { readonly status: Status };
/** Where a unit stands, and what is known of it there. */
export type UnitState = { readonly status: 'none' } | In<'active'> | In<'merged'> | In<'split'> | In<'dissolved'>;
/** A unit that has been registered. */
export type ExistingUnit = Exclude<UnitState, { status: 'none' }>;

function evolve(state: UnitState, { event, meta }: Recorded<UnitEvent>): UnitState {
  if (event.type === 'UnitRegistered') return registered(event.data, localDateOf(meta.occurredAt));
  return state.status === 'none' ? state : evolveExisting(state, event, dayOf(meta));
}

const registered = (data: Pick<UnitFacts, 'key' | 'kind' | 'aliases' | 'predecessors'>, from: string): UnitState => ({
  status: 'active',
  ...data,
  from,
  names: [],
  codes: [],
  standings: [],
  heads: [],
  successors: [],
});

/** The unit began when it had its first name; its registration is a step, which has no day of its own. */
const named = (state: ExistingUnit, name: string, from: string): ExistingUnit => ({
  ...state,
  from: state.names.length === 0 ? from : state.from,
  names: since(state.names, { value: name, from }),
});

const standing = (state: ExistingUnit, fact: Since<Standing>): Pick<UnitFacts, 'standings'> => ({
  standings: since(state.standings, fact),
});

function evolveExisting(
  state: ExistingUnit,
  event: Exclude<UnitEvent, { type: 'UnitRegistered' }>,
  from: string,
): ExistingUnit {
  switch (event.type) {
    case 'UnitNamed':
      return named(state, event.data.name, from);
    case 'UnitCodeAssigned':
      return { ...state, codes: since(state.codes, { value: event.data.code, from }) };
    case 'UnitEnrolledInRoster': {
      const { obligated, ...rosterBasis } = event.data;
      return { ...state, ...standing(state, { value: obligated ? 'OBLIGATED' : 'ENROLLED', from }), rosterBasis };
    }
    case 'UnitExempted':
      return { ...state, ...standing(state, { value: 'EXEMPT', from, ...event.data }) };
    case 'UnitRemovedFromRoster':
      return { ...state, ...standing(state, { value: 'REMOVED', from }) };
    case 'HeadAppointed':
      return { ...state, heads: [...state.heads, { ...event.data, from }] };
    case 'HeadEnded':
      return { ...state, heads: state.heads.map((it) => endedOn(it, event.data.appointment, from)) };
    case 'UnitMerged':
      return { ...state, status: 'merged', successors: [event.data.into] };
    case 'UnitSplit':
      return { ...state, status: 'split', successors: event.data.into };
    case 'UnitDissolved':
      return { ...state, status: 'dissolved' };
    case 'UnitCeased':
      return ceased(state, from);
    default:
      return event satisfies never;
  }
}

/** Whatever was to hold from that day on or later does not: the unit is none any more. */
const ceased = (state: ExistingUnit, to: string): ExistingUnit => ({
  ...state,
  to,
  standings: [...state.standings.filter(({ from }) => from < to), { value: 'REMOVED', from: to }],
});

const endedOn = (head: Head, appointment: string, to: string): Head =>
  head.appointment === appointment ? { ...head, to } : head;

export const unitFold: Fold<UnitState, UnitEvent> = {
  name: 'unit',
  initial: { status: 'none' },
  evolve,
  events: unitEvents,
};

/** Where a unit stood on a civil date. */
export const standingOn = (state: UnitState, date: string): Standing | undefined =>
  state.status === 'none' ? undefined : on(state.standings, date);

/** The name a unit had on a civil date; its first one before that. */
export const nameOn = (state: ExistingUnit, date: string): string =>
  on(state.names, date) ?? state.names[0]?.value ?? state.key;
