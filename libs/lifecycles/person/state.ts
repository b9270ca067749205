import type { Fold, Personal, PersonRef, Recorded } from '#kernel';
import { personEvents, type PersonEvent } from './events.js';

interface Joined {
  /** The name under which the double was registered. */
  readonly double: Personal;
  /** Who stands for it while it is joined. */
  readonly person: Personal;
}

/** What is known of an identity that has been taken for a double. */
export type PersonState =
  { readonly status: 'none' } | ({ readonly status: 'joined' } & Joined) | ({ readonly status: 'separated' } & Joined);
/** An identity that is joined, or was. */
export type KnownDouble = Exclude<PersonState, { status: 'none' }>;

function evolve(state: PersonState, { event }: Recorded<PersonEvent>): PersonState {
  if (event.type === 'PersonsJoined') return { status: 'joined', ...event.data };
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'PersonsSeparated':
      return { ...state, status: 'separated' };
    default:
      return event satisfies never;
  }
}

/** A stream for each double, under its identity. */
export const personFold: Fold<PersonState, PersonEvent> = {
  name: 'person',
  initial: { status: 'none' },
  evolve,
  events: personEvents,
};

/** A person's identity, whether the engine has put the registered name in its place yet or not. */
export const identityOf = (person: Personal | PersonRef): string =>
  ('personRef' in person ? person.personRef : person.person) ?? '';

/**
 * Who stands for an identity: itself, unless a person has joined it to another.
 * Of identities that were joined to each other at the same time, the first in order stands for all.
 * @param stateOf reads what is known of an identity
 */
export async function survivorOf(
  identity: string,
  stateOf: (identity: string) => Promise<PersonState>,
): Promise<string> {
  const way = [identity];
  for (;;) {
    const last = way.at(-1) ?? identity;
    const state = await stateOf(last);
    if (state.status !== 'joined') return last;
    const next = identityOf(state.person);
    const seen = way.indexOf(next);
    if (seen >= 0) return way.slice(seen).sort()[0] ?? identity;
    way.push(next);
  }
}
