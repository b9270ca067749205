import { beyondSql, cursorOf, placeOf, type OrderColumn, type Place } from './cursor.js';
import type { Database, SqlRow } from '#projections';
import type { ColumnValue } from './entity-view.js';
import { everything, findSql, type Filter } from './finding.js';
import type { ViewLayout } from './layout.js';
import { quoted, snakeCase } from './naming.js';
import { ROW_COLUMNS, rowOf, type Row } from './rows.js';

/** By which column a list is ordered; the identifier decides between equals, in the same direction. */
export interface OrderBy {
  readonly column: string;
  readonly direction: 'asc' | 'desc';
}

/** Which part of a list is wanted: the first so many after a cursor, or the last so many before one. */
export type Slice =
  { readonly first: number; readonly after?: string } | { readonly last: number; readonly before?: string };

/** A list that is asked for. */
export type ListQuery = Filter & { readonly orderBy: OrderBy } & Slice;

/** A part of a list, as Relay's connections have it. */
export interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor?: string;
    readonly endCursor?: string;
  };
}

/** What a list is cut from, before the cut. */
interface Source {
  readonly db: Database;
  readonly layout: ViewLayout;
  readonly filter: Filter;
  readonly column: OrderColumn;
  /** The column's name. */
  readonly order: string;
}

/**
 * Reads one part of a list.
 * @throws InvalidCursor when the cursor is not of this order; Error when a column or the size makes no sense
 */
export function readPage(db: Database, layout: ViewLayout, query: ListQuery): Page {
  const { order, column } = orderOf(layout, query.orderBy.column);
  const source: Source = { db, layout, filter: query, column, order };
  const forwards = 'first' in query;
  const size = sizeOf(forwards ? query.first : query.last);
  const cursor = forwards ? query.after : query.before;
  const place = cursor === undefined ? undefined : placeOf(order, cursor);
  const rising = (query.orderBy.direction === 'asc') === forwards;
  const found = readBeyond(source, place, rising, size + 1);
  const kept = found.slice(0, size);
  const more = found.length > size;
  const less = place !== undefined && existsBeyond(source, place, !rising);
  const rows = forwards ? kept : kept.reverse();
  const edges = rows.map((row) => ({ cursor: cursorOf(order, placeIn(row)), node: rowOf(layout, row, query.viewer) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: forwards ? more : less,
      hasPreviousPage: forwards ? less : more,
      ...(edges.length > 0 && { startCursor: edges[0]?.cursor, endCursor: edges.at(-1)?.cursor }),
    },
  };
}

/** How many a filter leaves to its viewer, and whether that is all of them. */
export interface Total {
  readonly number: number;
  readonly isExact: boolean;
}

/** Nobody reads further than so many; counting on would take longer the more there is. */
export const MOST_COUNTED = 10_000;

/** What a count that went one further than the most says. */
export const totalOf = (number: number): Total => ({
  number: Math.min(number, MOST_COUNTED),
  isExact: number <= MOST_COUNTED,
});

/** Counts what a list holds, up to 10,000. */
export function countUpTo(db: Database, layout: ViewLayout, filter: Filter): Total {
  const found = findSql(db, layout, filter, everything);
  const row = db
    .prepare(`SELECT count(*) AS number FROM (${found.sql} LIMIT :limit)`)
    .get({ ...found.params, limit: MOST_COUNTED + 1 });
  return totalOf(Number(row?.['number']));
}

function orderOf(layout: ViewLayout, by: string): { readonly order: string; readonly column: OrderColumn } {
  const order = snakeCase(by);
  if (!layout.orders.has(order)) throw new Error(`Lists of ${layout.name} are not ordered by ${by}`);
  const isNumber = layout.columns.some(({ name, type }) => name === order && type === 'INTEGER');
  return { order, column: { sql: quoted(order), least: isNumber ? '-9223372036854775808' : "''" } };
}

function sizeOf(size: number): number {
  if (Number.isSafeInteger(size) && size >= 0) return size;
  throw new RangeError(`A page cannot have ${size} rows`);
}

const placeIn = (row: SqlRow): Place => ({ value: row['place'] as ColumnValue, id: String(row['id']) });

/** The ids are found first: what is passed over on the way is not read. */
function readBeyond(source: Source, place: Place | undefined, rising: boolean, limit: number): SqlRow[] {
  const { db, layout, filter, column, order } = source;
  const ranges = place ? beyondSql(column, place, rising) : everything.ranges;
  const found = findSql(db, layout, filter, { column, order, ranges });
  const direction = rising ? 'ASC' : 'DESC';
  const sql = `WITH found (key, place) AS (${found.sql} ORDER BY 2 ${direction}, 1 ${direction} LIMIT :limit)
    SELECT ${ROW_COLUMNS}, found.place FROM found CROSS JOIN ${quoted(layout.name)} ON id = found.key
    ORDER BY found.place ${direction}, found.key ${direction}`;
  return db.prepare(sql).all({ ...found.params, limit });
}

/** Whether anything stands on the other side of the cursor; the cursor's own row counts. */
function existsBeyond({ db, layout, filter, column, order }: Source, place: Place, rising: boolean): boolean {
  const found = findSql(db, layout, filter, { column, order, ranges: beyondSql(column, place, rising, true) });
  return db.prepare(`${found.sql} LIMIT 1`).get({ ...found.params }) !== undefined;
}
