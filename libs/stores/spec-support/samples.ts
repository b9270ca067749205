import type { AppendResult, EventToAppend, Position, StoredEvent } from '#kernel';

/** An event with this id; everything else follows from it unless given. */
export function event(eventId: string, parts: Partial<EventToAppend> = {}): EventToAppend {
  return { eventId, type: 'PlanDrafted', data: `{"id":"${eventId}"}`, metadata: '{}', ...parts };
}

/** `count` events whose ids begin with `prefix`. */
export function events(prefix: string, count: number): EventToAppend[] {
  return Array.from({ length: count }, (_, index) => event(`${prefix}-${index}`));
}

/** The ids, in the order they came. */
export const ids = (stored: readonly StoredEvent[]): string[] => stored.map(({ eventId }) => eventId);

/** The position an append ended at. */
export function positionAfter(result: AppendResult): Position {
  if (result.outcome !== 'appended') throw new Error(`Not appended: ${JSON.stringify(result)}`);
  return result.position;
}

/** The positions of the first `count` events of a log whose store numbers them without gaps. */
export function firstPositions(count: number): Position[] {
  return Array.from({ length: count }, (_, index) => String(index + 1).padStart(16, '0'));
}
