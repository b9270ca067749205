import type { Viewer } from '#identity';
import type { Circle } from '#visibility';
import { conditionsSql, isNarrow, type Condition } from './conditions.js';
import type { OrderColumn } from './cursor.js';
import type { Database } from '#projections';
import type { ViewLayout } from './layout.js';
import { quoted } from './naming.js';
import { visibleParts, visibleSql, type SqlPiece } from './permission.js';
import { walkName } from './schema.js';
import { rareSql } from './search-index.js';
import { needlesOf } from './search-text.js';

/** Who asks for which instances. */
export interface Filter {
  readonly viewer: Viewer;
  readonly where: readonly Condition[];
}

/** An order, and the stretches of it that are looked at. */
export interface Stretches {
  readonly column: OrderColumn;
  /** The column's name. */
  readonly order: string;
  readonly ranges: readonly SqlPiece[];
}

const WHOLE: readonly SqlPiece[] = [{ sql: '1', params: {} }];

/** All of a view in the order of its beginnings. */
export const everything: Stretches = {
  column: { sql: '"created_at"', least: "''" },
  order: 'created_at',
  ranges: WHOLE,
};

/**
 * SELECTs of the instances that a filter leaves to its viewer: column 1 is the id, column 2 the place in the order. Each SELECT finds
 * its instances by an index, and gives none that another gives; whoever sorts them together reads no further than to what is wanted.
 * - What a key picks (one unit's, one model's), or a search of what is rare, is little: it is found by that, and sorted.
 * - All else is walked in its order, circle by circle, and beside it what is the viewer's own.
 */
export function findSql(db: Database, layout: ViewLayout, filter: Filter, stretches: Stretches): SqlPiece {
  const selects = narrowSelects(db, layout, filter, stretches) ?? walks(layout, filter, stretches);
  return {
    sql: selects.map(({ sql }) => sql).join(' UNION ALL '),
    params: Object.assign({}, ...selects.map(({ params }) => params)) as SqlPiece['params'],
  };
}

type Selects = readonly SqlPiece[];

function narrowSelects(
  db: Database,
  layout: ViewLayout,
  { viewer, where }: Filter,
  { column, ranges }: Stretches,
): Selects | undefined {
  const key = where.find((condition) => isNarrow(layout, condition));
  const rare = key ? undefined : rareSearch(db, layout, where);
  if (!key && !rare) return undefined;
  const pieces = [...(rare ? [rare] : []), conditionsSql(layout, where, key), visibleSql(layout.name, viewer)];
  return ranges.map((range) => selectSql(layout, column, '', [...pieces, range]));
}

function rareSearch(db: Database, layout: ViewLayout, where: readonly Condition[]): SqlPiece | undefined {
  const needles = where.flatMap((it) => (it.op === 'contains' ? needlesOf(it.value) : []));
  if (needles.length === 0) return undefined;
  return layout.isSearched ? rareSql(db, layout, needles) : NOTHING;
}

const NOTHING: SqlPiece = { sql: 'rowid = -1', params: {} };

function walks(layout: ViewLayout, { viewer, where }: Filter, { column, order, ranges }: Stretches): Selects {
  const { circles, own } = visibleParts(layout.name, viewer);
  const conditions = conditionsSql(layout, where);
  const walk = `INDEXED BY ${quoted(walkName(layout.name, order))}`;
  return ranges.flatMap((range) => [
    ...circles.map((circle) => selectSql(layout, column, walk, [circleSql(circle), range, conditions])),
    selectSql(layout, column, '', [own, range, conditions]),
  ]);
}

const circleSql = ({ audience, restricted }: Circle): SqlPiece => ({
  sql: `audience = :circle${audience} AND restricted = ${restricted ? 1 : 0}`,
  params: { [`circle${audience}`]: audience },
});

const selectSql = ({ name }: ViewLayout, column: OrderColumn, by: string, pieces: Selects): SqlPiece => ({
  sql: `SELECT id, ${column.sql} FROM ${quoted(name)} ${by} WHERE ${pieces.map(({ sql }) => sql).join(' AND ')}`,
  params: Object.assign({}, ...pieces.map(({ params }) => params)) as SqlPiece['params'],
});
