import type { Viewer } from '#identity';
import { columnOf, conditionsSql, type Condition } from './conditions.js';
import { beyondSql, cursorOf, placeOf, type Place } from './cursor.js';
import type { Database, SqlRow } from '#projections';
import type { ColumnValue } from './entity-view.js';
import type { ViewLayout } from './layout.js';
import { quoted } from './naming.js';
import { visibleSql, type SqlPiece } from './permission.js';
import { ROW_COLUMNS, rowOf, type Row } from './rows.js';

/** By which column a list is ordered; the identifier decides between equals, in the same direction. */
export interface OrderBy {
  readonly column: string;
  readonly direction: 'asc' | 'desc';
}

/** Which part of a list is wanted: the first so many after a cursor, or the last so many before one. */
export type Slice =
  { readonly first: number; readonly after?: string } | { readonly last: number; readonly before?: string };

/** Who asks for which instances. */
export interface Filter {
  readonly viewer: Viewer;
  readonly where: readonly Condition[];
}

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

/** The rows that a list is cut from, before the cut. */
interface Source {
  readonly layout: ViewLayout;
  readonly column: string;
  readonly filter: SqlPiece;
}

/** What the viewer may see of a view, under conditions. */
export function filterSql(layout: ViewLayout, { viewer, where }: Filter): SqlPiece {
  const visible = visibleSql(layout.name, viewer);
  const conditions = conditionsSql(layout, where);
  return { sql: `${conditions.sql} AND ${visible.sql}`, params: { ...conditions.params, ...visible.params } };
}

/**
 * Reads one part of a list.
 * @throws InvalidCursor when the cursor is not of this order; Error when a column or the size makes no sense
 */
export function readPage(db: Database, layout: ViewLayout, query: ListQuery): Page {
  const column = columnOf(layout, query.orderBy.column);
  const source: Source = { layout, column, filter: filterSql(layout, query) };
  const forwards = 'first' in query;
  const size = sizeOf(forwards ? query.first : query.last);
  const cursor = forwards ? query.after : query.before;
  const place = cursor === undefined ? undefined : placeOf(column, cursor);
  const rising = (query.orderBy.direction === 'asc') === forwards;
  const found = readBeyond(db, source, place, rising, size + 1);
  const kept = found.slice(0, size);
  const more = found.length > size;
  const less = place !== undefined && existsBeyond(db, source, place, !rising);
  const rows = forwards ? kept : kept.reverse();
  const edges = rows.map((row) => ({ cursor: cursorOf(column, placeIn(row)), node: rowOf(layout, row, query.viewer) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: forwards ? more : less,
      hasPreviousPage: forwards ? less : more,
      ...(edges.length > 0 && { startCursor: edges[0]?.cursor, endCursor: edges.at(-1)?.cursor }),
    },
  };
}

function sizeOf(size: number): number {
  if (Number.isSafeInteger(size) && size >= 0) return size;
  throw new RangeError(`A page cannot have ${size} rows`);
}

const placeIn = (row: SqlRow): Place => ({ value: row['place'] as ColumnValue, id: String(row['id']) });

function readBeyond(
  db: Database,
  { layout, column, filter }: Source,
  place: Place | undefined,
  rising: boolean,
  limit: number,
): SqlRow[] {
  const beyond = place ? beyondSql(column, place, rising) : { sql: '1', params: {} };
  const direction = rising ? 'ASC' : 'DESC';
  const sql = `SELECT ${ROW_COLUMNS}, ${column} AS place FROM ${quoted(layout.name)}
    WHERE ${beyond.sql} AND ${filter.sql} ORDER BY ${column} ${direction}, id ${direction} LIMIT :limit`;
  return db.prepare(sql).all({ ...beyond.params, ...filter.params, limit });
}

/** Whether anything stands on the other side of the cursor; the cursor's own row counts. */
function existsBeyond(db: Database, { layout, column, filter }: Source, place: Place, rising: boolean): boolean {
  const beyond = beyondSql(column, place, rising, true);
  const sql = `SELECT 1 FROM ${quoted(layout.name)} WHERE ${beyond.sql} AND ${filter.sql} LIMIT 1`;
  return db.prepare(sql).get({ ...beyond.params, ...filter.params }) !== undefined;
}
