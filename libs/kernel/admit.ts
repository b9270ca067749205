import { inForce, keepsOwnOut, reaches, type Grant } from './authority.js';
import { sendersOf, type Case, type Conditions } from './case.js';
import type { ActorRecord } from './record/envelope.js';
import { exists, type Loaded } from './fold/fold.js';
import type { Guard, Lifecycle, Moment, Transition } from './lifecycle.js';
import { isRefusal, type Facts, type Refusal } from './refusal.js';
import { refusals } from './refusals.js';
import type { Text } from './text.js';

/** Who asks, as what, and when. */
export interface Asker {
  readonly subject: string;
  /** Every grant of the subject. */
  readonly grants: readonly Grant[];
  /** Every grant of the person acted for, when a delegation is asked for. */
  readonly delegatorGrants?: readonly Grant[];
  readonly leadUnit: string | undefined;
  /** Act under this delegation and no other power. */
  readonly delegation?: string;
  /** The instants at which the power must be in force. */
  readonly now: string;
  readonly occurredAt: string;
}

/** One command of one dossier: what every rule of admission looks at. */
export interface Matter {
  readonly lifecycle: Lifecycle;
  readonly type: string;
  readonly row: Transition;
  /** What people call a command of whichever lifecycle, `lifecycle.Command`. */
  labelOf?(command: string): Text | undefined;
}

/** Who is competent, by which power; or the refusal. Looks at nothing but the powers and the case's units. */
export function competentActor(
  { lifecycle, type, row }: Matter,
  asker: Asker,
  caseUnits: readonly string[],
): ActorRecord | Refusal {
  const usable = usablePowers({ lifecycle, type }, asker);
  if (asker.delegation && usable.length === 0) return refusals.delegationUnknown({ delegation: asker.delegation });
  const tied = tiedTo(asker, caseUnits);
  const able = row.by.flatMap(({ role, over }) =>
    usable
      .filter((it) => it.role === role && reaches(it, over, caseUnits, asker.leadUnit))
      .map((grant) => ({ grant, barred: tied && keepsOwnOut(over) })),
  );
  const free = able.find(({ barred }) => !barred);
  if (free) return actorFrom(asker.subject, free.grant);
  if (able.length > 0) return refusals.ownUnitDossier({ action: { ...row.label } });
  const competent = [
    ...new Map(row.by.map((it) => [it.role, { ...(it.label ?? { vi: it.role, en: it.role }) }])).values(),
  ];
  return refusals.notCompetent({ action: { ...row.label }, competent });
}

const usablePowers = ({ lifecycle, type }: Pick<Matter, 'lifecycle' | 'type'>, asker: Asker): readonly Grant[] =>
  asker.grants.filter((grant) => mayUse(grant, asker, `${lifecycle.name}.${type}`));

/** True when the asker holds a role that the row names, whatever it reaches. */
export const holdsRole = (matter: Matter, asker: Asker): boolean =>
  usablePowers(matter, asker).some((grant) => matter.row.by.some(({ role }) => role === grant.role));

/** A power counts when it was in force both when the act happened and now, and, if delegated, when it is asked for. */
function mayUse(grant: Grant, asker: Asker, command: string): boolean {
  const chosen = asker.delegation ? grant.id === asker.delegation : grant.onBehalfOf === undefined;
  const covers = !grant.commands || grant.commands.includes(command);
  return chosen && covers && inForce(grant, asker.now) && inForce(grant, asker.occurredAt);
}

/** True when the person, or the one acted for, belongs to a unit of the case by any power, own or delegated, whatever it is used for. */
function tiedTo(asker: Asker, caseUnits: readonly string[]): boolean {
  const held = [...asker.grants, ...(asker.delegatorGrants ?? [])];
  return held.some(
    (grant) => caseUnits.includes(grant.unit) && [asker.now, asker.occurredAt].some((at) => inForce(grant, at)),
  );
}

const actorFrom = (subject: string, grant: Grant): ActorRecord => ({
  subject,
  role: grant.role,
  unit: grant.unit,
  grant: grant.id,
  ...(grant.onBehalfOf && { onBehalfOf: grant.onBehalfOf, delegation: grant.id }),
  ...(grant.capacity && { capacity: grant.capacity }),
});

/** The refusal unless the table has a way from the dossier's state. */
export function stateRefusal({ lifecycle, row }: Matter, target: Loaded): Refusal | undefined {
  const { status } = target.state;
  if (row.from.includes(status)) return undefined;
  if (!exists(target)) return refusals.notFound({ id: target.id });
  const name = (state: string): Text => ({ ...(lifecycle.states[state] ?? { vi: state, en: state }) });
  const facts = {
    state: { ...name(status) },
    status,
    action: { ...row.label },
    allowedFrom: row.from.map((it) => ({ ...name(it) })),
  };
  return refusals.transitionNotAllowed(facts);
}

/** Separation of duties over the whole case: neither the acting person nor the one acted for may have taken an excluded part. */
function dutiesRefusal({ lifecycle, row, labelOf }: Matter, it: Case, actor: ActorRecord): Refusal | undefined {
  const persons = [actor.subject, ...(actor.onBehalfOf ? [actor.onBehalfOf] : [])];
  const earlier = row.apartFrom.find((command) => persons.some((person) => sendersOf(it, command).has(person)));
  if (earlier === undefined) return undefined;
  const label = lifecycle.commands[earlier]?.label ?? labelOf?.(earlier) ?? { vi: earlier, en: earlier };
  return refusals.dutiesNotSeparated({ earlier: { ...label }, action: { ...row.label } });
}

/**
 * Whatever the table asks of the case apart from what the command says: separation of duties, then the guards of the state.
 * @returns what was looked at, for the record of a decision; or the first refusal
 */
export function conditionsOf(matter: Matter, it: Case, at: Moment): Conditions | Refusal {
  const { row } = matter;
  const duties = dutiesRefusal(matter, it, at.actor);
  if (duties) return duties;
  const { role, unit, grant, onBehalfOf } = at.actor;
  const passed: { rule: string; facts: Facts }[] = [
    { rule: 'actorIsCompetent', facts: { role, unit, grant, ...(onBehalfOf !== undefined && { onBehalfOf }) } },
    { rule: 'stateAllows', facts: { status: it.target.state.status } },
    ...(row.apartFrom.length > 0 ? [{ rule: 'dutiesAreSeparated', facts: { apartFrom: [...row.apartFrom] } }] : []),
  ];
  for (const guard of row.guards) {
    if (!('check' in guard)) continue;
    const found = (guard as Guard<unknown, Case['reads']>).check(it.target.state, it.reads, at);
    if (isRefusal(found)) return found;
    passed.push({ rule: guard.rule, facts: found });
  }
  return passed;
}
