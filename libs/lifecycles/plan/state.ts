import { localDateOf } from '#calendar';
import type { EventMeta, Fold, Prose, Recorded } from '#kernel';
import { planEvents, type PlanContent, type PlanEvent } from './events.js';

/** What an erratum says, and the civil date of its issue. */
export interface PlanCorrection {
  readonly text: Prose;
  readonly on: string;
}

interface PlanFacts {
  readonly campaign: string;
  readonly unit: string;
  readonly year: number;
  readonly content: PlanContent;
  /** What stood in force before: a replaced plan stays visible. */
  readonly replaced: readonly PlanContent[];
  /** Issued and received at least once: what T-1 counts, whatever comes later but a withdrawal. */
  readonly issued: boolean;
  readonly received: boolean;
  readonly late: boolean;
  /** Sent at least once since it was drafted: whether it was late is settled then, and the cycle's own deadline no longer counts. */
  readonly sent?: boolean;
  /** The type of the document that it was last issued by. */
  readonly form?: string;
  readonly timesReturned: number;
  readonly corrections: readonly PlanCorrection[];
  /** The exclusive deadline of the awaited step. */
  readonly dueAt?: string;
}

type In<Status extends string> = PlanFacts & { readonly status: Status };

/** Where a plan stands, and what is known of it there. */
export type PlanState =
  | { readonly status: 'none' }
  | In<'drafted'>
  | In<'issued'>
  | In<'submitted'>
  | In<'received'>
  | In<'returned'>
  | In<'accepted'>
  | In<'withdrawn'>;
/** A plan that has been begun. */
export type ExistingPlan = Exclude<PlanState, { status: 'none' }>;

/** It has been sent before and waits to be sent again: it came back, or another took its place. */
export const isSentAgain = ({ status, sent }: ExistingPlan): boolean =>
  sent === true && (status === 'returned' || status === 'issued');

const drafted = (data: Extract<PlanEvent, { type: 'PlanDrafted' }>['data']): PlanState => ({
  status: 'drafted',
  ...data,
  replaced: [],
  issued: false,
  received: false,
  late: false,
  timesReturned: 0,
  corrections: [],
});

function evolve(state: PlanState, { event, meta }: Recorded<PlanEvent>): PlanState {
  if (event.type === 'PlanDrafted')
    return state.status === 'withdrawn' ? { ...state, ...event.data, status: 'drafted' } : drafted(event.data);
  return state.status === 'none' ? state : evolveExisting(state, event, meta);
}

function evolveExisting(
  state: ExistingPlan,
  event: Exclude<PlanEvent, { type: 'PlanDrafted' }>,
  { occurredAt, document }: EventMeta,
): ExistingPlan {
  switch (event.type) {
    case 'PlanRevised':
      return { ...state, content: event.data.content };
    case 'PlanIssued':
      return { ...state, status: 'issued', issued: true, ...(document && { form: document.type }) };
    case 'PlanSubmitted':
      return {
        ...state,
        status: 'submitted',
        sent: true,
        late: state.sent ? state.late : event.data.late,
        dueAt: event.data.dueAt,
      };
    case 'PlanReceived':
      return { ...state, status: 'received', received: true, dueAt: event.data.dueAt };
    case 'PlanReturned':
      return { ...state, status: 'returned', timesReturned: state.timesReturned + 1, dueAt: event.data.dueAt };
    case 'PlanAccepted':
      return { ...state, status: 'accepted', dueAt: undefined };
    case 'PlanAmended':
      return { ...state, content: event.data.content };
    case 'PlanReplaced':
      return {
        ...state,
        status: 'issued',
        replaced: [...state.replaced, state.content],
        content: event.data.content,
        ...(state.sent && { dueAt: event.data.dueAt }),
      };
    case 'PlanErratumIssued':
      return {
        ...state,
        corrections: [...state.corrections, { text: event.data.correction, on: localDateOf(occurredAt) }],
      };
    case 'PlanWithdrawn':
      return { ...state, status: 'withdrawn', issued: false, received: false, sent: false, dueAt: undefined };
    default:
      return event satisfies never;
  }
}

/** How a plan's events become its state. */
export const planFold: Fold<PlanState, PlanEvent> = {
  name: 'plan',
  initial: { status: 'none' },
  evolve,
  events: planEvents,
};
