import type { Fold, Recorded } from '#kernel';
import { outreachEvents, type OutreachEvent, type OutreachPlan } from './events.js';

interface OutreachFacts extends OutreachPlan {
  readonly attendance: number;
  /** The exclusive deadline of the awaited step. */
  readonly dueAt?: string;
}

type In<Status extends string> = OutreachFacts & { readonly status: Status };

/** Where an outreach activity stands. */
export type OutreachState =
  { readonly status: 'none' } | In<'planned'> | In<'held'> | In<'confirmed'> | In<'cancelled'>;
/** An outreach activity that has been planned. */
export type ExistingOutreach = Exclude<OutreachState, { status: 'none' }>;

function evolve(state: OutreachState, { event }: Recorded<OutreachEvent>): OutreachState {
  if (event.type === 'OutreachPlanned') return { status: 'planned', ...event.data, attendance: 0 };
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'OutreachHeld':
      return { ...state, status: 'held', attendance: event.data.attendance, dueAt: undefined };
    case 'OutreachConfirmed':
      return { ...state, status: 'confirmed' };
    case 'OutreachCancelled':
      return { ...state, status: 'cancelled', dueAt: undefined };
    default:
      return event satisfies never;
  }
}

export const outreachFold: Fold<OutreachState, OutreachEvent> = {
  name: 'outreach',
  initial: { status: 'none' },
  evolve,
  events: outreachEvents,
};
