import type { LifecycleModule } from '#graphql';
import type { Viewer } from '#identity';
import { obligatedOnSql } from '#lifecycles/unit';
import { quoted, visibleSql, type SqlPiece } from '#views';
import { literal, paramsOf, runs } from '../sql.js';
import { beginsFor } from './awaited-steps.js';
import { owedDossiers } from './missing.js';
import type { OwedDossier } from './owed-dossier.js';

/** One owed dossier of one kind, for the viewer's own units that operate and are obligated today. */
function branch(owed: OwedDossier, units: readonly string[], viewer: Viewer, today: string): SqlPiece {
  const visible = [visibleSql('unit', viewer), visibleSql('campaign', viewer)];
  const key = `owed_${owed.lifecycle}`;
  const sql = `SELECT ${literal(owed.lifecycle)} AS lifecycle, "unit".id || '_' || campaign.id || '_' || cycle.year AS id,
      ${literal(owed.command)} AS command, cycle.${owed.due} AS due, '' AS since,
      json_object('unit', "unit".id, 'year', cycle.year) AS missing
    FROM json_each(:${key}) AS own JOIN "unit" ON "unit".id = own.value
      JOIN campaign ON campaign.status = 'running'
      JOIN campaign__cycle AS cycle ON cycle.id = campaign.id AND cycle.closed = 0
    WHERE "unit".status = 'active' AND ${obligatedOnSql('"unit".id', ':today')}
      AND ${visible.map((piece) => piece.sql).join(' AND ')}
      AND NOT EXISTS (SELECT 1 FROM ${quoted(owed.lifecycle)} AS it
        WHERE it.unit = "unit".id AND it.campaign = campaign.id AND it.year = cycle.year AND ${owed.metBy})`;
  return { sql, params: { ...paramsOf(visible), today, [key]: JSON.stringify(units) } };
}

/** What the viewer's units owe and have not begun, one SELECT for each kind. */
export function owedSql(modules: readonly LifecycleModule[], viewer: Viewer, today: string): readonly SqlPiece[] {
  if (!runs(modules, ['unit', 'campaign'])) return [];
  return owedDossiers.flatMap((owed) => {
    const module = modules.find(({ lifecycle }) => lifecycle.name === owed.lifecycle);
    const units = module ? beginsFor(module, owed.command, viewer.grants) : [];
    return units.length === 0 ? [] : [branch(owed, units, viewer, today)];
  });
}
