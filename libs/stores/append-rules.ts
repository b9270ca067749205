import type {
  ActualRevision,
  Beside,
  EventToAppend,
  ExpectedRevision,
  FailedCheck,
  StreamCheck,
  StreamWrite,
} from '#kernel';

/** One caller's append, as the port takes it. */
export interface Append {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly EventToAppend[];
  readonly beside?: Beside | undefined;
}

/** An event that stands in a stream, as the rule must know it; a store adds what it answers with. */
export interface Standing {
  readonly eventId: string;
}

/** What a store shows the rule of its streams, each as it stands at that moment. */
export interface Streams<Event extends Standing> {
  /** The last revision of a stream. */
  last(stream: string): ActualRevision;
  /** The event of a stream at a revision. */
  eventAt(stream: string, revision: number): Event | undefined;
}

/**
 * What becomes of an append: its parts go behind the ends of their streams, in this order; or its events stand in the stream
 * already, up to `last` at `revision`; or a belief of the writer's is wrong, and all that are wrong are told.
 */
export type Verdict<Event extends Standing> =
  | { readonly kind: 'append'; readonly parts: readonly Part[] }
  | { readonly kind: 'repeat'; readonly revision: number; readonly last: Event }
  | { readonly kind: 'conflict'; readonly failed: readonly FailedCheck[] };

/** Events that go behind the end of one stream: `after` is its last revision, -1 in a new one. */
export interface Part {
  readonly stream: string;
  readonly after: number;
  readonly events: readonly EventToAppend[];
}

/** True when something is to happen beside an append. */
export const hasBeside = (beside: Beside | undefined): beside is Beside =>
  (beside?.checks ?? []).length + (beside?.writes ?? []).length > 0;

/** All that stands beside an append, checked and written. */
export const streamsBeside = (beside: Beside | undefined): readonly StreamCheck[] => [
  ...(beside?.checks ?? []),
  ...(beside?.writes ?? []),
];

/** The writes beside an append in the order in which they are made: by the names of their streams. */
export const writesInOrder = (beside: Beside | undefined): readonly StreamWrite[] =>
  (beside?.writes ?? []).toSorted((one, other) => (one.stream < other.stream ? -1 : 1));

/**
 * Refuses an append that could not be known again, or that says of one stream more than one thing: the same for every store.
 * @throws RangeError without events, with one event id twice, one stream twice (whatever the case of its letters), or with
 * anything but a revision or `noStream` where something happens beside it
 */
export function requireAppend({ stream, expected, events, beside }: Append): void {
  const written = [{ stream, events }, ...(beside?.writes ?? [])];
  const empty = written.find((each) => each.events.length === 0);
  if (empty) throw new RangeError(`An append to ${empty.stream} carries no events`);
  const ids = written.flatMap((each) => each.events.map(({ eventId }) => eventId));
  if (new Set(ids).size < ids.length) throw new RangeError(`An append to ${stream} carries one event id twice`);
  if (!hasBeside(beside)) return;
  const believed = [{ stream, at: expected }, ...streamsBeside(beside)];
  const names = believed.map((each) => each.stream.toLowerCase());
  if (new Set(names).size < names.length) throw new RangeError(`An append to ${stream} names one stream twice`);
  const vague = believed.find(({ at }) => at !== 'noStream' && !(Number.isSafeInteger(at) && Number(at) >= 0));
  if (vague)
    throw new RangeError(`An append to ${stream} needs a revision of ${vague.stream}, not ${String(vague.at)}`);
}

/**
 * Holds what the writer believes against what is so. Ids are compared only where the belief is behind the stream's end: when
 * every event of the append stands right there, in order, the append is a repeat, whatever the streams beside it did since.
 * @param append as `requireAppend` let it pass
 */
export function judge<Event extends Standing>(append: Append, streams: Streams<Event>): Verdict<Event> {
  const { stream, expected, events, beside } = append;
  const actual = streams.last(stream);
  const believes = expected === 'any' || expected === actual;
  if (!believes) {
    const last = lastStanding(append, actual, streams);
    if (last) return { kind: 'repeat', revision: lastRevision(expected) + events.length, last };
  }
  const failed = [
    ...(believes ? [] : [{ stream, expected, actual }]),
    ...streamsBeside(beside).flatMap((check) => failureOf(check, streams)),
  ];
  if (failed.length > 0) return { kind: 'conflict', failed };
  const parts = writesInOrder(beside).map(({ at, ...write }) => ({ ...write, after: lastRevision(at) }));
  return { kind: 'append', parts: [...parts, { stream, after: lastRevision(actual), events }] };
}

function failureOf({ stream, at }: StreamCheck, streams: Streams<Standing>): FailedCheck[] {
  const actual = streams.last(stream);
  return actual === at ? [] : [{ stream, expected: at, actual }];
}

function lastStanding<Event extends Standing>(
  { stream, expected, events }: Append,
  actual: ActualRevision,
  streams: Streams<Event>,
): Event | undefined {
  if (expected === 'any' || lastRevision(expected) >= lastRevision(actual)) return undefined;
  let standing: Event | undefined;
  for (const [index, { eventId }] of events.entries()) {
    standing = streams.eventAt(stream, lastRevision(expected) + 1 + index);
    if (standing?.eventId !== eventId) return undefined;
  }
  return standing;
}

/** The revision as a number: -1 where there is no stream. */
export function lastRevision(revision: ActualRevision): number {
  return revision === 'noStream' ? -1 : revision;
}
