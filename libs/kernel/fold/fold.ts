import { NO_EVENTS } from '../record/canonical-form.js';
import type { EventInfo } from '../record/codec.js';
import type { DomainEvent, Recorded } from '../record/envelope.js';
import type { Position } from '../store.js';

/** What every state has in common: the name of where the instance stands. `none` is the state before the first event. */
export interface StateShape {
  readonly status: string;
}

/** How a stream becomes a state. The part of a lifecycle that others may read. */
export interface Fold<S extends StateShape = StateShape, E extends DomainEvent = DomainEvent> {
  /** The stream type: lower camel case, the first part of every stream name. */
  readonly name: string;
  readonly initial: S;
  /** Never throws. Sees the whole recorded event: type, data, and everything around them. */
  evolve(state: S, recorded: Recorded<E>): S;
  /** How each event type is written and shown; the keys are the union's discriminants. */
  readonly events: { readonly [K in E['type']]: EventInfo };
}

/** Which natural persons sent which commands to a stream; the one acted for counts as well as the one acting. */
export type Participants = ReadonlyMap<string, ReadonlySet<string>>;

/** What a command led to in a stream. */
export interface CommandTrace {
  readonly hash: string;
  /** Of its first and its last event. */
  readonly from: number;
  readonly to: number;
  readonly eventIds: readonly string[];
  /** Of its last event. */
  readonly position: Position;
}

/** An act of a person: what later acts and papers are dated against. */
export interface ActTrace {
  readonly occurredAt: string;
  readonly signedOn?: string;
  /** True when it only prepared: a paper may be older than it. */
  readonly draft: boolean;
}

/** A stream folded up to a revision. */
export interface Loaded<S extends StateShape = StateShape> {
  readonly name: string;
  readonly id: string;
  readonly stream: string;
  readonly state: S;
  /** -1 when there is no such stream; whether anything has happened in it, `exists` tells. */
  readonly revision: number;
  /** The running digest of the stored bytes: see `runningDigest`. */
  readonly digest: string;
  /** The policy that the first event pinned. */
  readonly policyVersion?: string;
  readonly participants: Participants;
  /** By command id: how a repeated command is known. */
  readonly commands: ReadonlyMap<string, CommandTrace>;
  /** By command: acts of persons, not of the system, that dated something; of each, those that no other outdates. */
  readonly acts: ReadonlyMap<string, readonly ActTrace[]>;
  /** When the last event was recorded: the next is not recorded earlier. */
  readonly recordedAt?: string;
}

/** The name of the stream of one instance. */
export const streamName = (name: string, id: string): string => `${name}-${id}`;

/** True when something has happened in a stream: it may hold events of the log's own and still be nobody's dossier. */
export const exists = ({ commands, state }: Pick<Loaded, 'commands' | 'state'>): boolean =>
  commands.size > 0 || state.status !== 'none';

/** Splits a stream's name into its type and the instance's id. */
export function parseStream(stream: string): { name: string; id: string } {
  const dash = stream.indexOf('-');
  return { name: stream.slice(0, dash), id: stream.slice(dash + 1) };
}

/** A stream that has no event yet. */
export function unborn<S extends StateShape>(fold: Pick<Fold<S>, 'name' | 'initial'>, id: string): Loaded<S> {
  return {
    name: fold.name,
    id,
    stream: streamName(fold.name, id),
    state: fold.initial,
    revision: -1,
    digest: NO_EVENTS,
    participants: new Map(),
    commands: new Map(),
    acts: new Map(),
  };
}
