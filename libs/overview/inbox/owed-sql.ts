import type { LifecycleModule } from '#graphql';
import type { Viewer } from '#identity';
import { obligatedOnSql } from '#lifecycles/unit';
import { quoted, visibleSql } from '#views';
import { duties } from '../duties/index.js';
import type { UnitDuty } from '../duties/unit-duty.js';
import { literal, paramsOf, runs } from '../sql.js';
import { beginsFor } from './awaited-steps.js';
import type { Branch } from './branch.js';

/** What the viewer's own units, that operate and are obligated today, owe by the end of an open window and have not begun. */
function branchOf(
  { lifecycle, window, begin, begunBy }: UnitDuty,
  units: readonly string[],
  viewer: Viewer,
  today: string,
): Branch {
  const visible = [visibleSql('unit', viewer), visibleSql('campaign', viewer)];
  const key = `owed_${lifecycle}`;
  return {
    lifecycle,
    command: begin,
    id: `"unit".id || '_' || ends.campaign || '_' || ends.year`,
    due: 'ends.due_at',
    since: `''`,
    missing: `json_object('unit', "unit".id, 'year', ends.year)`,
    from: `_deadline AS ends CROSS JOIN campaign ON campaign.id = ends.campaign
      CROSS JOIN json_each(:${key}) AS own CROSS JOIN "unit" ON "unit".id = own.value`,
    where: `ends.view = 'campaign' AND ends.kind = 'window' AND ends."window" = ${literal(window)} AND "unit".status = 'active' AND ${obligatedOnSql('"unit".id', ':today')}
      AND ${visible.map((piece) => piece.sql).join(' AND ')}
      AND NOT EXISTS (SELECT 1 FROM ${quoted(lifecycle)} AS it
        WHERE it.unit = "unit".id AND it.campaign = ends.campaign AND it.year = ends.year AND ${begunBy})`,
    params: { ...paramsOf(visible), today, [key]: JSON.stringify(units) },
  };
}

/** What the viewer's units owe and have not begun, one branch for each kind. */
export function owedBy(modules: readonly LifecycleModule[], viewer: Viewer, today: string): readonly Branch[] {
  if (!runs(modules, ['unit', 'campaign'])) return [];
  return Object.values(duties).flatMap((duty) => {
    const module = modules.find(({ lifecycle }) => lifecycle.name === duty.lifecycle);
    const units = module ? beginsFor(module, duty.begin, viewer.grants) : [];
    return units.length === 0 ? [] : [branchOf(duty, units, viewer, today)];
  });
}
