import type { Viewer } from '#identity';
import type { SqlParams } from '#projections';
import { circlesOf, onlookerParams, ownSql, ruleSql, SEES, type Circle } from '#visibility';
import { partyTable, quoted } from './naming.js';

/** A piece of SQL and the named parameters in it. */
export interface SqlPiece {
  readonly sql: string;
  readonly params: SqlParams;
}

/**
 * Which instances of a view a viewer may read: the one rule of `libs/visibility`, over the view's tables. The parameters are
 * the same for every view, so that one query may ask several.
 * @param name the view
 * @param alias what the query calls the view's table
 */
export const visibleSql = (name: string, viewer: Viewer, alias: string = name): SqlPiece => ({
  sql: ruleSql(SEES, { row: quoted(alias), parties: quoted(partyTable(name)) }),
  params: onlookerParams(viewer),
});

/** The same rule, taken apart so that each part can be read in order: no instance belongs to two parts. */
export interface VisibleParts {
  /** All that is in these circles. */
  readonly circles: readonly Circle[];
  /** A condition for what is the viewer's own and in no such circle. */
  readonly own: SqlPiece;
}

/** What `visibleSql` lets a viewer read, part by part. */
export const visibleParts = (name: string, viewer: Viewer): VisibleParts => ({
  circles: circlesOf(viewer),
  own: {
    sql: ownSql({ row: quoted(name), parties: quoted(partyTable(name)) }),
    params: onlookerParams(viewer),
  },
});
