import type { EventInfo } from './codec.js';
import type { DomainEvent, Recorded } from './envelope.js';

/** What every state has in common: the name of where the instance stands. `none` is the state before the first event. */
export interface StateShape {
  readonly status: string;
}

/** How a stream becomes a state. The part of a lifecycle that others may read. */
export interface Fold<S extends StateShape = StateShape, E extends DomainEvent = DomainEvent> {
  /** The stream type: lower camel case, the first part of every stream name. */
  readonly name: string;
  readonly initial: S;
  /** Never throws; what it does not know it leaves alone. */
  evolve(state: S, event: E): S;
  /** How each event type is written and shown; the keys are the union's discriminants. */
  readonly events: { readonly [K in E['type']]: EventInfo };
}

/** Which natural persons sent which commands to a stream; the one acted for counts as well as the one acting. */
export type Participants = ReadonlyMap<string, ReadonlySet<string>>;

/** A stream folded up to a revision. */
export interface Loaded<S extends StateShape = StateShape> {
  readonly name: string;
  readonly id: string;
  readonly stream: string;
  readonly state: S;
  /** -1 when there is no such stream. */
  readonly revision: number;
  /** The policy that the first event pinned. */
  readonly policyVersion?: string;
  readonly participants: Participants;
}

/** The name of the stream of one instance. */
export const streamName = (name: string, id: string): string => `${name}-${id}`;

/** Splits a stream's name into its type and the instance's id. */
export function parseStream(stream: string): { name: string; id: string } {
  const dash = stream.indexOf('-');
  return { name: stream.slice(0, dash), id: stream.slice(dash + 1) };
}

/** A stream that has no event yet. */
export function unborn<S extends StateShape>(fold: Fold<S>, id: string): Loaded<S> {
  return {
    name: fold.name,
    id,
    stream: streamName(fold.name, id),
    state: fold.initial,
    revision: -1,
    participants: new Map(),
  };
}

/** Folds further events into what is loaded already. */
export function advance<S extends StateShape>(
  loaded: Loaded<S>,
  fold: Fold<S>,
  events: readonly Recorded[],
): Loaded<S> {
  return events.reduce((before, recorded) => step(before, fold, recorded), loaded);
}

function step<S extends StateShape>(before: Loaded<S>, fold: Fold<S>, recorded: Recorded): Loaded<S> {
  const policyVersion = before.revision < 0 ? recorded.meta.policyVersion : before.policyVersion;
  return {
    ...before,
    state: fold.evolve(before.state, recorded.event),
    revision: recorded.revision,
    participants: withParticipant(before.participants, recorded),
    ...(policyVersion && { policyVersion }),
  };
}

function withParticipant(participants: Participants, { meta }: Recorded): Participants {
  const { subject, onBehalfOf } = meta.actor;
  const persons = [...(participants.get(meta.commandType) ?? []), subject, ...(onBehalfOf ? [onBehalfOf] : [])];
  return new Map(participants).set(meta.commandType, new Set(persons));
}
