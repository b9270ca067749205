import type { ActualRevision, EventToAppend, ExpectedRevision } from '#kernel';

/** An event that stands in a stream, as the rule must know it; a store adds what it answers with. */
export interface Standing {
  readonly eventId: string;
}

/**
 * What becomes of an append: it goes behind the stream's end (`after` is the revision before it, -1 in a new stream);
 * or its events stand in the stream already, up to `last` at `revision`; or the writer's belief is wrong.
 */
export type Verdict<Event extends Standing> =
  | { readonly kind: 'append'; readonly after: number }
  | { readonly kind: 'repeat'; readonly revision: number; readonly last: Event }
  | { readonly kind: 'conflict' };

/**
 * Refuses an append that could not be known again: one without events, or with one id twice.
 * @throws RangeError when it is so
 */
export function requireEvents(stream: string, events: readonly EventToAppend[]): void {
  if (events.length === 0) throw new RangeError(`An append to ${stream} carries no events`);
  const ids = new Set(events.map(({ eventId }) => eventId));
  if (ids.size < events.length) throw new RangeError(`An append to ${stream} carries one event id twice`);
}

/**
 * Holds what the writer believes about a stream against what is so. Ids are compared only where the belief is behind the
 * stream's end: when every event of the append stands right there, in order, the append is a repeat.
 * @param events not empty
 * @param eventAt the stream's event at a revision
 */
export function judge<Event extends Standing>(
  expected: ExpectedRevision,
  actual: ActualRevision,
  events: readonly EventToAppend[],
  eventAt: (revision: number) => Event | undefined,
): Verdict<Event> {
  const end = lastRevision(actual);
  if (expected === 'any' || expected === actual) return { kind: 'append', after: end };
  const before = lastRevision(expected);
  const last = before < end ? lastStanding(before, events, eventAt) : undefined;
  return last ? { kind: 'repeat', revision: before + events.length, last } : { kind: 'conflict' };
}

function lastStanding<Event extends Standing>(
  before: number,
  events: readonly EventToAppend[],
  eventAt: (revision: number) => Event | undefined,
): Event | undefined {
  let standing: Event | undefined;
  for (const [index, { eventId }] of events.entries()) {
    standing = eventAt(before + 1 + index);
    if (standing?.eventId !== eventId) return undefined;
  }
  return standing;
}

function lastRevision(revision: ActualRevision): number {
  return revision === 'noStream' ? -1 : revision;
}
