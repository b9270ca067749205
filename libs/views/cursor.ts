import type { ColumnValue } from './entity-view.js';
import { InvalidCursor } from './faults.js';
import type { SqlPiece } from './permission.js';

/** Where a row stands in an order: the ordered value, then the identifier. */
export interface Place {
  readonly value: ColumnValue;
  readonly id: string;
}

/** The opaque cursor of a row in the order of a column. */
export const cursorOf = (column: string, { value, id }: Place): string =>
  Buffer.from(JSON.stringify([column, value, id])).toString('base64url');

/**
 * Reads a cursor back.
 * @throws InvalidCursor when it is none of this column's order
 */
export function placeOf(column: string, cursor: string): Place {
  const parts = parsed(cursor);
  if (!Array.isArray(parts) || parts.length !== 3) throw new InvalidCursor();
  const [of, value, id] = parts as readonly unknown[];
  if (of !== column || typeof id !== 'string' || !isColumnValue(value)) throw new InvalidCursor();
  return { value, id };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new InvalidCursor();
  }
}

const isColumnValue = (value: unknown): value is ColumnValue =>
  value === null || typeof value === 'string' || typeof value === 'number';

/** A column that a list is ordered by, as it stands in SQL, and the least value that it can have. */
export interface OrderColumn {
  readonly sql: string;
  readonly least: "''" | '-9223372036854775808';
}

/**
 * The rows beyond a place, in parts that follow each other: each is one stretch of an index. Rows without a value come before all
 * others, as SQLite orders them.
 * @param rising towards greater values and identifiers, or towards smaller ones
 * @param inclusive the place itself counts too
 */
export function beyondSql(
  { sql: column, least }: OrderColumn,
  place: Place,
  rising: boolean,
  inclusive = false,
): readonly SqlPiece[] {
  const comparison = `${rising ? '>' : '<'}${inclusive ? '=' : ''}`;
  const { value, id } = place;
  if (value === null) {
    const sameValue = { sql: `(${column} IS NULL AND id ${comparison} :placeId)`, params: { placeId: id } };
    return rising ? [sameValue, { sql: `${column} >= ${least}`, params: {} }] : [sameValue];
  }
  const beyond = {
    sql: `(${column}, id) ${comparison} (:placeValue, :placeId)`,
    params: { placeValue: value, placeId: id },
  };
  return rising ? [beyond] : [beyond, { sql: `${column} IS NULL`, params: {} }];
}
