import { InvalidCursor } from '#views';

/** Where an entry stands in the inbox; compared field by field, in this order. */
export interface InboxPlace {
  readonly due: string;
  readonly since: string;
  readonly id: string;
  readonly lifecycle: string;
  readonly command: string;
}

/** The order of the inbox: the oldest deadline first, what has none last. */
export const PLACE_COLUMNS = ['due', 'since', 'id', 'lifecycle', 'command'] as const;

/** The opaque cursor of a place. */
export const cursorAt = (place: InboxPlace): string =>
  Buffer.from(JSON.stringify(PLACE_COLUMNS.map((column) => place[column]))).toString('base64url');

/**
 * Reads a cursor back.
 * @throws InvalidCursor when the inbox gave no such cursor
 */
export function placeAt(cursor: string): InboxPlace {
  const values = parsed(cursor);
  if (!Array.isArray(values) || values.length !== PLACE_COLUMNS.length) throw new InvalidCursor();
  const [due, since, id, lifecycle, command] = values.map((value: unknown) => {
    if (typeof value !== 'string') throw new InvalidCursor();
    return value;
  });
  return { due: due ?? '', since: since ?? '', id: id ?? '', lifecycle: lifecycle ?? '', command: command ?? '' };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new InvalidCursor();
  }
}
