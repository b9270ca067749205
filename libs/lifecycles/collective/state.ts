import type { Fold, Recorded } from '#kernel';
import { dayOf, on, since, type Since } from '#lifecycles/unit';
import { collectiveEvents, type CollectiveEvent } from './events.js';

/** What is known of a collective: nothing of it but the identity stays the same for ever. */
interface CollectiveFacts {
  /** The unit that answers for it. */
  readonly unit: string;
  /** Names over time, the latest last. */
  readonly names: readonly Since<string>[];
}

/** A body that is no unit of the roster: a team, a village, a cooperative. */
export type CollectiveState = { readonly status: 'none' } | ({ readonly status: 'registered' } & CollectiveFacts);
/** A collective that has been registered. */
export type Collective = Exclude<CollectiveState, { status: 'none' }>;

function evolve(state: CollectiveState, { event, meta }: Recorded<CollectiveEvent>): CollectiveState {
  if (event.type === 'CollectiveRegistered') return { status: 'registered', unit: event.data.unit, names: [] };
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'CollectiveNamed':
      return { ...state, names: since(state.names, { value: event.data.name, from: dayOf(meta) }) };
    default:
      return event satisfies never;
  }
}

/** A stream for each collective. */
export const collectiveFold: Fold<CollectiveState, CollectiveEvent> = {
  name: 'collective',
  initial: { status: 'none' },
  evolve,
  events: collectiveEvents,
};

/** The name that a collective had on a civil date; its first one before that. */
export const collectiveNameOn = ({ names }: Collective, date: string): string =>
  on(names, date) ?? names[0]?.value ?? '';
