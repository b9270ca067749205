import type { ActualRevision, EventToAppend, ExpectedRevision } from '#kernel';

/**
 * Refuses an append without events: it has no revision and no position to answer with.
 * @throws RangeError when there is nothing to append
 */
export function requireEvents(stream: string, events: readonly EventToAppend[]): void {
  if (events.length === 0) throw new RangeError(`An append to ${stream} carries no events`);
}

/** True when what the writer believes about the stream is so. */
export function holds(expected: ExpectedRevision, actual: ActualRevision): boolean {
  switch (expected) {
    case 'any':
      return true;
    case 'noStream':
      return actual === 'noStream';
    case 'streamExists':
      return actual !== 'noStream';
    default:
      return expected === actual;
  }
}

/** The first event id that is in the log already, or earlier in the same batch. */
export function firstDuplicate(
  events: readonly EventToAppend[],
  isKnown: (eventId: string) => boolean,
): string | undefined {
  const seen = new Set<string>();
  for (const { eventId } of events) {
    if (seen.has(eventId) || isKnown(eventId)) return eventId;
    seen.add(eventId);
  }
  return undefined;
}
