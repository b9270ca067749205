import { localDateOf } from '#calendar';
import type { Fold, Recorded } from '#kernel';
import { exemplarEvents, type ExemplarEvent, type ExemplarTitle } from './events.js';

/** Everything known of an exemplar. The title is the movement's own: its end leaves every commendation in force. */
export interface ExemplarFacts extends ExemplarTitle {
  /** The civil day on which the title was withdrawn. */
  readonly withdrawnOn?: string;
}

type In<Status extends string> = ExemplarFacts & { readonly status: Status };
/** Where a title stands. */
export type ExemplarState = { readonly status: 'none' } | In<'recognised'> | In<'withdrawn'>;
/** A title that exists. */
export type Exemplar = Exclude<ExemplarState, { status: 'none' }>;

function evolve(state: ExemplarState, { event, meta }: Recorded<ExemplarEvent>): ExemplarState {
  if (event.type === 'ExemplarRecognised') return { status: 'recognised', ...event.data };
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'ExemplarStatusWithdrawn':
      return { ...state, status: 'withdrawn', withdrawnOn: localDateOf(meta.occurredAt) };
    case 'ExemplarRestored':
      return { ...state, status: 'recognised', withdrawnOn: undefined };
    default:
      return event satisfies never;
  }
}

export const exemplarFold: Fold<ExemplarState, ExemplarEvent> = {
  name: 'exemplar',
  initial: { status: 'none' },
  evolve,
  events: exemplarEvents,
};
