import type { Viewer } from '#identity';
import type { SqlParams } from '#projections';
import { partyTable, quoted } from './naming.js';

/** A piece of SQL and the named parameters in it. */
export interface SqlPiece {
  readonly sql: string;
  readonly params: SqlParams;
}

/**
 * The one place that says which instances a viewer may read: those of the viewer's circles, restricted ones only when
 * cleared for them, and those to which the viewer or one of the viewer's units is a party. The parameters are the same for
 * every view, so that one query may ask several.
 * @param name the view
 * @param alias what the query calls the view's table
 */
export function visibleSql(name: string, viewer: Viewer, alias: string = name): SqlPiece {
  const row = quoted(alias);
  const sql = `((${row}.audience IN (SELECT value FROM json_each(:viewerAudiences)) AND (${row}.restricted = 0 OR :viewerSeesRestricted))
    OR EXISTS (SELECT 1 FROM ${quoted(partyTable(name))} AS party WHERE party.id = ${row}.id
      AND ((party.kind = 'unit' AND party.party IN (SELECT value FROM json_each(:viewerUnits)))
        OR (party.kind = 'subject' AND party.party = :viewerSubject))))`;
  return {
    sql,
    params: {
      viewerAudiences: JSON.stringify(viewer.audiences),
      viewerSeesRestricted: viewer.seesRestricted ? 1 : 0,
      viewerUnits: JSON.stringify(viewer.units),
      viewerSubject: viewer.subject,
    },
  };
}
