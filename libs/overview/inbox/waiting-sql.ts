import type { Viewer } from '#identity';
import type { LifecycleModule } from '#graphql';
import { REACHES, type Reach } from '#kernel';
import { reachSql, unitInColumn, unitsAmongParties } from '#visibility';
import { quoted, snakeCase, visibleSql, type Call, type EntityView, type SqlPiece } from '#views';
import { literal } from '../sql.js';
import { awaitedSteps, type AwaitedStep } from './awaited-steps.js';

/** Stands for “no deadline”: greater than every instant. */
export const NO_DEADLINE = '~';

/** The campaigns with the units that lead them; `leadUnit` steps look into it. */
export const LEADING = `leading AS MATERIALIZED (SELECT id AS campaign, lead_unit AS unit FROM campaign)`;

/** The windows of a cycle, by the column of its view that ends them. */
const WINDOWS = { plansBefore: 'plans_before', registrationsBefore: 'registrations_before' } as const;

/**
 * The deadline of `it`, in SQL. A view with a column `window` says while what it waits for ends with a window of the cycle: that is read
 * off the campaign, where it may have been extended since.
 */
function dueOf(view: EntityView): string {
  if (!Object.hasOwn(view.columns, 'window')) return 'it.due_at';
  const ends = Object.entries(WINDOWS)
    .map(([window, column]) => `WHEN ${literal(window)} THEN cycle.${column}`)
    .join(' ');
  return `(SELECT CASE it."window" ${ends} END FROM campaign__cycle AS cycle WHERE cycle.id = it.campaign AND cycle.year = it.year), it.due_at`;
}

/** How the unit of a step must stand to the instance `it`: what else is joined, and the condition. */
interface Reached {
  readonly join: string;
  readonly where: string;
}

/**
 * The engine's rule of who reaches a case, over the instance `it`. A view without a column for the unit knows the units whose dossier
 * it is by its parties; one without a campaign is led by nobody.
 */
function reached(view: EntityView, over: Reach): Reached {
  const parties = quoted(`${view.lifecycle.name}__party`);
  const units = Object.hasOwn(view.columns, 'unit') ? unitInColumn('it.unit') : unitsAmongParties('it', parties);
  const isLed = REACHES[over].about === 'leadUnit' && Object.hasOwn(view.columns, 'campaign');
  const power = { unit: `step.value ->> 'unit'`, unitsOfHolder: ':units_of_viewer' };
  return {
    join: isLed ? 'JOIN leading ON leading.campaign = it.campaign' : '',
    where: reachSql(over, units, { ...power, leadUnit: isLed ? 'leading.unit' : undefined }),
  };
}

function branch(view: EntityView, over: Reach, steps: readonly AwaitedStep[], viewer: Viewer): readonly SqlPiece[] {
  const { name } = view.lifecycle;
  const reach = reached(view, over);
  const visible = visibleSql(name, viewer, 'it');
  const key = `steps_${name}_${over}`;
  const sql = `SELECT ${literal(name)} AS lifecycle, it.id AS id, step.value ->> 'command' AS command,
      coalesce(${dueOf(view)}, '${NO_DEADLINE}') AS due, it.updated_at AS since, NULL AS missing
    FROM json_each(:${key}) AS step JOIN ${quoted(name)} AS it ON it.status = step.value ->> 'status' ${reach.join}
    WHERE ${reach.where} AND ${visible.sql}`;
  const wanted = steps.map(({ command, status, unit }) => ({ command, status, unit }));
  const units = REACHES[over].keepsOwnOut && {
    units_of_viewer: JSON.stringify(viewer.grants.map((grant) => grant.unit)),
  };
  return [{ sql, params: { ...visible.params, ...units, [key]: JSON.stringify(wanted) } }];
}

/** The step waits for those whom the part names, and for nobody else. */
function calledBranch(
  view: EntityView,
  command: string,
  call: Call,
  steps: readonly AwaitedStep[],
  viewer: Viewer,
): SqlPiece {
  const { name } = view.lifecycle;
  const visible = visibleSql(name, viewer, 'it');
  const key = `steps_${name}_${command}`;
  const column = (it: string | undefined): string => `"call".${quoted(snakeCase(it ?? ''))}`;
  const named = call.unit
    ? `${column(call.unit)} = step.value ->> 'unit'`
    : `${column(call.subject)} = :subject_called`;
  const sql = `SELECT ${literal(name)} AS lifecycle, it.id AS id, ${literal(command)} AS command,
      coalesce(${call.dueAt ? column(call.dueAt) : 'it.due_at'}, '${NO_DEADLINE}') AS due, it.updated_at AS since, NULL AS missing
    FROM json_each(:${key}) AS step JOIN ${quoted(name)} AS it ON it.status = step.value ->> 'status'
      JOIN ${quoted(`${name}__${call.part}`)} AS "call" ON "call".id = it.id AND "call".status = ${literal(call.status)} AND ${named}
    WHERE ${visible.sql}`;
  const wanted = steps.map(({ status, unit }) => ({ status, unit }));
  return {
    sql,
    params: {
      ...visible.params,
      [key]: JSON.stringify(wanted),
      ...(call.subject && { subject_called: viewer.subject }),
    },
  };
}

/** The instances that wait for the viewer, one SELECT for each lifecycle and reach. */
export function waitingSql(modules: readonly LifecycleModule[], viewer: Viewer): readonly SqlPiece[] {
  const steps = awaitedSteps(modules, viewer.grants);
  return modules.flatMap(({ view }) => {
    const own = steps.filter((step) => step.lifecycle === view.lifecycle.name);
    const calls = Object.entries(view.calls ?? {}).flatMap(([command, call]) => {
      const called = own.filter((step) => step.command === command);
      return called.length === 0 ? [] : [calledBranch(view, command, call, called, viewer)];
    });
    const plain = own.filter((step) => !view.calls?.[step.command]);
    const reaches = (Object.keys(REACHES) as Reach[]).flatMap((over) => {
      const alike = plain.filter((step) => step.over === over);
      return alike.length === 0 ? [] : branch(view, over, alike, viewer);
    });
    return [...calls, ...reaches];
  });
}
