import { derivedId, type EventMeta, type Fold, type Recorded } from '#kernel';
import { registrationEvents, type DuplicateFinding, type RegistrationDraft, type RegistrationEvent } from './events.js';

/** A suspicion that another registration is about the same thing, and when it was raised. */
export interface DuplicateSuspicion extends DuplicateFinding {
  readonly at: string;
}

/** Everything known of a registration that exists. */
export interface RegistrationFacts extends Omit<RegistrationDraft, 'dueAt'> {
  /** The earlier cycle it carries on from. */
  readonly continuedFrom?: number;
  /** True when its first submission came after the window; later resubmissions do not change it. */
  readonly late: boolean;
  /** It was sent again after a return: its lateness is settled. */
  readonly sentBefore?: true;
  readonly submittedAt?: string;
  readonly acceptedAt?: string;
  /** Exclusive instant by which somebody's next step is due. */
  readonly dueAt?: string;
  /** Open until it is resolved. */
  readonly duplicateSuspicion?: DuplicateSuspicion;
  /** Other registrations that were found to be something else. */
  readonly distinctFrom: readonly string[];
  /** The registration that was kept in place of this one. */
  readonly mergedInto?: string;
  readonly timesReturned: number;
}

type In<Status extends string> = RegistrationFacts & { readonly status: Status };

/** Where a registration stands. */
export type RegistrationState =
  | { readonly status: 'none' }
  | In<'drafted'>
  | In<'submitted'>
  | In<'received'>
  | In<'returned'>
  | In<'accepted'>
  | In<'rejected'>
  | In<'merged'>
  | In<'cancelled'>
  | In<'abandoned'>;

/** A registration that exists. */
export type ExistingRegistration = Exclude<RegistrationState, { status: 'none' }>;

/** There is one registration for each model and cycle: its identity follows from both. */
export const registrationId = (model: string, year: number): string => derivedId('registration', model, year);

type Begun = 'ModelRegistered' | 'RegistrationContinued';

function evolve(state: RegistrationState, { event, meta }: Recorded<RegistrationEvent>): RegistrationState {
  switch (event.type) {
    case 'ModelRegistered':
    case 'RegistrationContinued':
      return { status: 'drafted', ...event.data, late: false, ...keptFrom(state) };
    default:
      return state.status === 'none' ? state : evolveExisting(state, event, meta);
  }
}

/** Begun again, a registration keeps how often it was returned and what it was told apart from. */
const keptFrom = (state: RegistrationState): Pick<RegistrationFacts, 'timesReturned' | 'distinctFrom'> =>
  state.status === 'none'
    ? { timesReturned: 0, distinctFrom: [] }
    : { timesReturned: state.timesReturned, distinctFrom: state.distinctFrom };

/** A complete switch over the events: splitting it would hide that it is complete. */
function evolveExisting(
  state: ExistingRegistration,
  event: Exclude<RegistrationEvent, { type: Begun }>,
  { occurredAt }: EventMeta,
): ExistingRegistration {
  switch (event.type) {
    case 'RegistrationSubmitted': {
      const { late, dueAt, again } = event.data;
      return {
        ...state,
        status: 'submitted',
        submittedAt: occurredAt,
        late,
        dueAt,
        ...(again && { sentBefore: again }),
      };
    }
    case 'RegistrationReceived':
      return { ...state, status: 'received', dueAt: event.data.dueAt };
    case 'RegistrationReturned':
      return { ...state, status: 'returned', dueAt: event.data.dueAt, timesReturned: state.timesReturned + 1 };
    case 'RegistrationWithdrawn':
      return {
        ...state,
        status: 'drafted',
        dueAt: event.data.dueAt,
        late: state.sentBefore === true && state.late,
        submittedAt: undefined,
      };
    case 'RegistrationAccepted':
      return { ...state, status: 'accepted', acceptedAt: occurredAt, dueAt: undefined };
    case 'RegistrationRejected':
      return { ...state, status: 'rejected', dueAt: undefined };
    case 'DuplicateSuspected':
      return { ...state, duplicateSuspicion: { ...event.data, at: occurredAt } };
    case 'DuplicateConfirmed':
      return {
        ...state,
        status: 'merged',
        mergedInto: event.data.keep,
        duplicateSuspicion: undefined,
        dueAt: undefined,
      };
    case 'DuplicateDismissed':
      return { ...state, duplicateSuspicion: undefined, distinctFrom: [...state.distinctFrom, event.data.other] };
    case 'RegistrationTransferred':
      return { ...state, unit: event.data.to };
    case 'RegistrationCancelled':
      return { ...state, status: 'cancelled', dueAt: undefined };
    case 'ModelAbandoned':
      return { ...state, status: 'abandoned', dueAt: undefined };
    default:
      return event satisfies never;
  }
}

/** How a registration's events become its state. */
export const registrationFold: Fold<RegistrationState, RegistrationEvent> = {
  name: 'registration',
  initial: { status: 'none' },
  evolve,
  events: registrationEvents,
};
