import { inForce, keepsOwnOut, reaches, type Grant } from './authority.js';
import { sendersOf, type Case } from './case.js';
import type { ActorRecord } from './envelope.js';
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
  /** What people call a command of whichever lifecycle, `lifecycle.Command`. */
  labelOf?(command: string): Text | undefined;
}

/** What the table says of one command in one case, before the command's own content is looked at. */
export interface Admission {
  readonly actor: ActorRecord;
  readonly guards: readonly { readonly rule: string; readonly facts: Facts }[];
}

/** The table's answer: who may, separation of duties, state, guards; the first "no" is returned. */
export function admit(
  lifecycle: Lifecycle,
  type: string,
  transition: Transition,
  it: Case,
  asker: Asker,
  caseUnits: readonly string[],
): Admission | Refusal {
  const actor = competentActor(lifecycle, type, transition, asker, caseUnits);
  if (isRefusal(actor)) return actor;
  const blocked = stateRefusal(lifecycle, transition, it) ?? dutiesRefusal(lifecycle, transition, it, actor, asker);
  if (blocked) return blocked;
  return guardsOf(transition, it, { now: asker.now, occurredAt: asker.occurredAt, actor });
}

function competentActor(
  lifecycle: Lifecycle,
  type: string,
  transition: Transition,
  asker: Asker,
  caseUnits: readonly string[],
): ActorRecord | Refusal {
  const usable = asker.grants.filter((grant) => mayUse(grant, asker, `${lifecycle.name}.${type}`));
  if (asker.delegation && usable.length === 0) return refusals.delegationUnknown({ delegation: asker.delegation });
  const tied = tiedTo(asker, caseUnits);
  const able = transition.by.flatMap(({ role, over }) =>
    usable
      .filter((it) => it.role === role && reaches(it, over, caseUnits, asker.leadUnit))
      .map((grant) => ({ grant, barred: tied && keepsOwnOut(over) })),
  );
  const free = able.find(({ barred }) => !barred);
  if (free) return actorFrom(asker.subject, free.grant);
  if (able.length > 0) return refusals.ownUnitDossier({ action: { ...transition.label } });
  const competent = [
    ...new Map(transition.by.map((it) => [it.role, { ...(it.label ?? { vi: it.role, en: it.role }) }])).values(),
  ];
  return refusals.notCompetent({ action: { ...transition.label }, competent });
}

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

function stateRefusal(lifecycle: Lifecycle, transition: Transition, { target }: Case): Refusal | undefined {
  const { status } = target.state;
  if (transition.from.includes(status)) return undefined;
  if (target.revision < 0) return refusals.notFound({ id: target.id });
  const name = (state: string): Text => ({ ...(lifecycle.states[state] ?? { vi: state, en: state }) });
  const facts = {
    state: { ...name(status) },
    status,
    action: { ...transition.label },
    allowedFrom: transition.from.map((it) => ({ ...name(it) })),
  };
  return refusals.transitionNotAllowed(facts);
}

/** Separation of duties over the whole case: neither the acting person nor the one acted for may have taken an excluded part. */
function dutiesRefusal(
  lifecycle: Lifecycle,
  transition: Transition,
  it: Case,
  actor: ActorRecord,
  asker: Asker,
): Refusal | undefined {
  const persons = [actor.subject, ...(actor.onBehalfOf ? [actor.onBehalfOf] : [])];
  const earlier = transition.apartFrom.find((command) => persons.some((person) => sendersOf(it, command).has(person)));
  if (earlier === undefined) return undefined;
  const label = lifecycle.commands[earlier]?.label ?? asker.labelOf?.(earlier) ?? { vi: earlier, en: earlier };
  return refusals.dutiesNotSeparated({ earlier: { ...label }, action: { ...transition.label } });
}

function guardsOf(transition: Transition, it: Case, at: Moment): Admission | Refusal {
  const passed: { rule: string; facts: Facts }[] = [];
  for (const guard of transition.guards as readonly Guard<unknown, Case['reads']>[]) {
    const found = guard.check(it.target.state, it.reads, at);
    if (isRefusal(found)) return found;
    passed.push({ rule: guard.rule, facts: found });
  }
  return { actor: at.actor, guards: passed };
}
