import { localDateOf } from '#calendar';
import type { PageInfo } from '#graphql';
import type { Viewer } from '#identity';
import type { SqlRow } from '#projections';
import type { SqlPiece } from '#views';
import type { OverviewReader } from '../reader.js';
import { paramsOf, runs } from '../sql.js';
import { entryOf, placeIn, type InboxEntry } from './inbox-entry.js';
import { owedSql } from './owed-sql.js';
import { cursorAt, PLACE_COLUMNS, placeAt, type InboxPlace } from './place.js';
import { LEADING, waitingSql } from './waiting-sql.js';

/** A part of the inbox. */
export interface InboxPage {
  readonly edges: readonly { readonly cursor: string; readonly node: InboxEntry }[];
  readonly pageInfo: PageInfo;
}

/** Everything that waits for the viewer, one row for each instance and command; undefined when nothing can. */
function inboxSql({ modules, clock }: OverviewReader, viewer: Viewer): SqlPiece | undefined {
  const pieces = [...waitingSql(modules, viewer), ...owedSql(modules, viewer, localDateOf(clock.now()))];
  if (pieces.length === 0) return undefined;
  const leading = runs(modules, ['campaign']) ? LEADING : `leading (campaign, unit) AS (VALUES (NULL, NULL))`;
  const waiting = `waiting AS (${pieces.map((piece) => piece.sql).join(' UNION ALL ')})`;
  const columns = PLACE_COLUMNS.join(', ');
  const inbox = `inbox AS (SELECT ${columns}, max(missing) AS missing FROM waiting GROUP BY ${columns})`;
  return { sql: `WITH ${leading}, ${waiting}, ${inbox}`, params: paramsOf(pieces) };
}

/**
 * What waits for the viewer, the oldest deadline first: a page of it.
 * @throws InvalidCursor, ProjectionStopped
 */
export function readInbox(reader: OverviewReader, viewer: Viewer, first: number, after?: string): InboxPage {
  const place = after === undefined ? undefined : placeAt(after);
  const sql = inboxSql(reader, viewer);
  const found = sql ? beyond(reader, sql, place, first + 1) : [];
  const edges = found
    .slice(0, first)
    .map((row) => ({ cursor: cursorAt(placeIn(row)), node: entryOf(reader, viewer, row) }));
  const hasPreviousPage = sql !== undefined && place !== undefined && existsUpTo(reader, sql, place);
  return {
    edges,
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage,
      ...(edges.length > 0 && { startCursor: edges[0]?.cursor, endCursor: edges.at(-1)?.cursor }),
    },
  };
}

/** How much waits for the viewer. */
export function countInbox(reader: OverviewReader, viewer: Viewer): number {
  const sql = inboxSql(reader, viewer);
  if (!sql) return 0;
  return Number(reader.views.query(`${sql.sql} SELECT count(*) AS number FROM inbox`, sql.params)[0]?.['number']);
}

const COLUMNS = PLACE_COLUMNS.join(', ');
const AT = PLACE_COLUMNS.map((column) => `:at_${column}`).join(', ');
const paramsAt = (place: InboxPlace): SqlPiece['params'] =>
  Object.fromEntries(PLACE_COLUMNS.map((column) => [`at_${column}`, place[column]]));

function beyond(
  { views }: OverviewReader,
  inbox: SqlPiece,
  place: InboxPlace | undefined,
  limit: number,
): readonly SqlRow[] {
  const where = place ? `(${COLUMNS}) > (${AT})` : '1';
  const sql = `${inbox.sql} SELECT ${COLUMNS}, missing FROM inbox WHERE ${where} ORDER BY ${COLUMNS} LIMIT :limit`;
  return views.query(sql, { ...inbox.params, ...(place && paramsAt(place)), limit });
}

function existsUpTo({ views }: OverviewReader, inbox: SqlPiece, place: InboxPlace): boolean {
  const sql = `${inbox.sql} SELECT 1 FROM inbox WHERE (${COLUMNS}) <= (${AT}) LIMIT 1`;
  return views.query(sql, { ...inbox.params, ...paramsAt(place) }).length > 0;
}
