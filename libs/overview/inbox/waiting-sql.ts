import type { Viewer } from '#identity';
import type { LifecycleModule } from '#graphql';
import { REACHES, type Reach } from '#kernel';
import { quoted, visibleSql } from '#views';
import { reachSql, unitInColumn } from '#visibility';
import { literal } from '../sql.js';
import { awaitedSteps, type AwaitedStep } from './awaited-steps.js';
import type { Branch } from './branch.js';

/** What waits in the dossiers of one unit: SQLite, which has no statistics, would go through those of all. */
const OF_UNIT = '_deadline AS waits INDEXED BY _deadline_by_unit';

/** The rows that wait, and the condition that a step is the holder's, in SQL. */
interface Reached {
  readonly from: string;
  readonly where: string;
}

/** What may be reached by a power: from the units, where there are few, to what waits in their dossiers. */
function reachable(over: Reach, units: string): string {
  switch (over) {
    case 'anyUnit':
    case 'otherUnits':
      return '_deadline AS waits';
    case 'ownUnit':
      return `json_each(${units}) AS own CROSS JOIN ${OF_UNIT}`;
    case 'leadUnit':
      return `campaign AS leading CROSS JOIN ${OF_UNIT}`;
    default:
      return over satisfies never;
  }
}

/** How the dossier of a step must stand to the units at which the power is held. */
function reached(over: Reach, units: string): Reached {
  const power = { unit: 'own.value', unitsOfHolder: ':units_of_viewer', leadUnit: 'leading.lead_unit' };
  const reach = reachSql(over, unitInColumn('waits.unit'), power);
  const ofCampaign = over === 'leadUnit' ? ' AND it.campaign = leading.id' : '';
  return { from: reachable(over, units), where: `${reach}${ofCampaign}` };
}

/** Those for whom a step waits in particular: the units at which the power is held, or its holder. */
const called = (whom: string): Reached => ({
  from: `json_each(${whom}) AS called CROSS JOIN _deadline AS waits INDEXED BY _deadline_by_whom`,
  where: 'waits.whom = called.value',
});

/** Steps that a viewer's grants give the same reach over. */
interface Alike {
  readonly step: AwaitedStep;
  readonly units: readonly string[];
}

function branchOf({ step, units }: Alike, viewer: Viewer): Branch {
  const { lifecycle, command, over, each } = step;
  const key = `units_${lifecycle}_${command}_${over}`;
  const visible = visibleSql(lifecycle, viewer, 'it');
  const { from, where } = each ? called(`:${key}`) : reached(over, `:${key}`);
  const listed = each === 'subject' ? [viewer.subject] : units;
  return {
    lifecycle,
    command,
    id: 'waits.id',
    due: 'waits.due_at',
    since: 'waits.since',
    missing: 'NULL',
    from: `${from} JOIN ${quoted(lifecycle)} AS it ON it.id = waits.id`,
    where: `waits.view = ${literal(lifecycle)} AND waits.command = ${literal(command)} AND waits.kind = 'duty' AND ${where} AND ${visible.sql}`,
    params: {
      ...visible.params,
      ...((each !== undefined || over === 'ownUnit') && { [key]: JSON.stringify(listed) }),
      ...(each === undefined &&
        REACHES[over].keepsOwnOut && { units_of_viewer: JSON.stringify(viewer.grants.map((grant) => grant.unit)) }),
    },
  };
}

/** The steps that wait for the viewer, one branch for each with its reach. */
export function waitingFor(modules: readonly LifecycleModule[], viewer: Viewer): readonly Branch[] {
  const alike = new Map<string, Alike>();
  for (const step of awaitedSteps(modules, viewer.grants)) {
    const key = `${step.lifecycle} ${step.command} ${step.each ?? step.over}`;
    const units = alike.get(key)?.units ?? [];
    alike.set(key, { step, units: units.includes(step.unit) ? units : [...units, step.unit] });
  }
  return [...alike.values()].map((each) => branchOf(each, viewer));
}
