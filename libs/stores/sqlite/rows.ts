import type { SQLOutputValue } from 'node:sqlite';
import type { StoredEvent } from '#kernel';
import { positionOf } from '../position.js';

/** The columns of an event, as `toEvent` reads them. */
export const COLUMNS = 'position, event_id, stream, revision, type, data, metadata';

/** The event in a row of `COLUMNS`. */
export function toEvent(row: Record<string, SQLOutputValue>): StoredEvent {
  return {
    eventId: String(row.event_id),
    type: String(row.type),
    data: String(row.data),
    metadata: String(row.metadata),
    stream: String(row.stream),
    revision: Number(row.revision),
    position: positionOf(Number(row.position)),
  };
}
