import type { Viewer } from '#identity';
import type { SqlParams } from '#projections';
import { onlookerParams, ruleSql, SEES } from '#visibility';
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
