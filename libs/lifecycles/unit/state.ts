import type { Fold, Personal } from '#kernel';
import { unitEvents, type RosterBasis, type UnitEvent, type UnitKind } from './events.js';

/** A value that held from a civil date on. */
export interface Since<T> {
  readonly value: T;
  readonly from: string;
}

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
  readonly from: string;
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

function evolve(state: UnitState, event: UnitEvent): UnitState {
  if (event.type === 'UnitRegistered') {
    const { name, code, ...rest } = event.data;
    const codes = code === undefined ? [] : [{ value: code, from: rest.from }];
    return {
      status: 'active',
      ...rest,
      names: [{ value: name, from: rest.from }],
      codes,
      standings: [],
      heads: [],
      successors: [],
    };
  }
  return state.status === 'none' ? state : evolveExisting(state, event);
}

const stands = (state: ExistingUnit, value: Standing, from: string): Pick<UnitFacts, 'standings'> => ({
  standings: [...state.standings, { value, from }],
});

function evolveExisting(state: ExistingUnit, event: Exclude<UnitEvent, { type: 'UnitRegistered' }>): ExistingUnit {
  switch (event.type) {
    case 'UnitRenamed':
      return { ...state, names: [...state.names, { value: event.data.name, from: event.data.from }] };
    case 'UnitCodeAssigned':
      return { ...state, codes: [...state.codes, { value: event.data.code, from: event.data.from }] };
    case 'UnitEnrolledInRoster': {
      const { obligated, from, ...rosterBasis } = event.data;
      return { ...state, ...stands(state, obligated ? 'OBLIGATED' : 'ENROLLED', from), rosterBasis };
    }
    case 'UnitExempted':
      return exempted(state, event.data.from, event.data.to);
    case 'UnitRemovedFromRoster':
      return { ...state, ...stands(state, 'REMOVED', event.data.from) };
    case 'HeadAppointed':
      return { ...state, heads: [...state.heads, event.data] };
    case 'HeadEnded':
      return {
        ...state,
        heads: state.heads.map((head) =>
          head.appointment === event.data.appointment ? { ...head, to: event.data.at } : head,
        ),
      };
    case 'UnitMerged':
      return {
        ...state,
        status: 'merged',
        successors: [event.data.into],
        ...stands(state, 'REMOVED', event.data.from),
      };
    case 'UnitSplit':
      return { ...state, status: 'split', successors: event.data.into, ...stands(state, 'REMOVED', event.data.from) };
    case 'UnitDissolved':
      return { ...state, status: 'dissolved', ...stands(state, 'REMOVED', event.data.from) };
    default:
      return event satisfies never;
  }
}

function exempted(state: ExistingUnit, from: string, to: string | undefined): ExistingUnit {
  const exempt = { ...state, ...stands(state, 'EXEMPT', from) };
  return to === undefined ? exempt : { ...exempt, ...stands(exempt, standingOn(state, from) ?? 'ENROLLED', to) };
}

export const unitFold: Fold<UnitState, UnitEvent> = {
  name: 'unit',
  initial: { status: 'none' },
  evolve,
  events: unitEvents,
};

/** The value that held on a civil date: of those that began by then, the one that began last; of equals, the one recorded last. */
export function on<T>(history: readonly Since<T>[], date: string): T | undefined {
  return history
    .filter((it) => it.from <= date)
    .reduce<Since<T> | undefined>((best, it) => (best && best.from > it.from ? best : it), undefined)?.value;
}

/** Where a unit stood on a civil date. */
export const standingOn = (state: UnitState, date: string): Standing | undefined =>
  state.status === 'none' ? undefined : on(state.standings, date);

/** The name a unit had on a civil date; its first one before that. */
export const nameOn = (state: ExistingUnit, date: string): string =>
  on(state.names, date) ?? state.names[0]?.value ?? state.key;
