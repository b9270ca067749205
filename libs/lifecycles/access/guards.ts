import { ROLES, type Role } from '#identity';
import { isRefusal, type ContentGuard, type Facts, type Guard, type Loaded } from '#kernel';
import { activeUnit, type UnitState } from '#lifecycles/unit';
import type { EndRole, GrantDelegation, GrantRole, RevokeDelegation } from './commands.js';
import { beginsAsked, endsAsked } from './dated.js';
import { accessRefusals } from './refusals.js';
import { ownGrants, type AccessState } from './state.js';

type Registered = Extract<AccessState, { status: 'registered' }>;
type Content<C, X = unknown> = ContentGuard<Registered, X, C>;

/** A role as a fact: its code, and its name for people. */
const namedRole = (role: Role): Facts => ({ role, roleLabel: { ...ROLES[role] } });

const openAt = (to: string | undefined, at: string): boolean => to === undefined || at < to;

/** Neither who acts nor whom that person acts for receives the power. */
export const notForOneself: Guard<Registered, unknown> = {
  rule: 'notForOneself',
  check: ({ subject }, _reads, { actor }) =>
    actor.subject === subject || actor.onBehalfOf === subject ? accessRefusals.toSelf() : { subject },
};

/** A power that has an end ends after it has begun. */
export const endsAfterItBegins: Content<GrantRole | GrantDelegation> = {
  rule: 'endsAfterItBegins',
  checkContent: ({ to }, _state, _reads, context) => {
    const from = beginsAsked(context);
    const soonest = from > context.now ? from : context.now;
    return to !== undefined && to <= soonest
      ? accessRefusals.timeReversed({ from, to }, ['to'])
      : { from, to: to ?? null };
  },
};

/** Those who register the units hold their roles before there is any unit. */
const FOUNDING: readonly string[] = ['SYSADMIN', 'SNV_OFFICER'];

/** The role is held at a unit that operates; a founding role at one that is not registered yet as well. */
export const unitOperates: Content<GrantRole, { readonly unit: Loaded<UnitState> }> = {
  rule: 'unitOperates',
  checkContent: ({ role, unit: id }, _state, { unit }) => {
    const known = activeUnit(unit, ['unit']);
    if (!isRefusal(known)) return known;
    return unit.state.status === 'none' && FOUNDING.includes(role) ? { unit: id, founding: true } : known;
  },
};

/** Nobody holds one role at one unit twice. */
export const roleIsFree: Content<GrantRole> = {
  rule: 'roleIsFree',
  checkContent: ({ role, unit }, { roles }, _reads, context) => {
    const from = beginsAsked(context);
    const held = roles.some((it) => it.role === role && it.unit === unit && openAt(it.to, from));
    return held ? accessRefusals.grantHeld(namedRole(role), ['role']) : { role, unit, from };
  },
};

/** The subject holds some role that could end. */
export const holdsRole: Guard<Registered, unknown> = {
  rule: 'holdsRole',
  check: ({ roles }, _reads, { now }) => {
    const held = roles.filter(({ to }) => openAt(to, now)).map(({ grant }) => grant);
    return held.length > 0 ? { grants: held } : accessRefusals.noneInForce();
  },
};

/** The role that is to end is held, had begun by then, and does not end earlier. */
export const endsRoleHeld: Content<EndRole> = {
  rule: 'endsRoleHeld',
  checkContent: ({ grant }, { roles }, _reads, context) => {
    const at = endsAsked(context);
    const held = roles.find((it) => it.grant === grant && openAt(it.to, context.now));
    if (!held) return accessRefusals.grantUnknown({ grant }, ['grant']);
    const { from, to } = held;
    if (at < from) return accessRefusals.timeReversed({ from, to: at }, ['effectiveFrom']);
    if (to !== undefined && at > to) return accessRefusals.endsEarlier({ to }, ['effectiveFrom']);
    return { grant, from, to: at };
  },
};

/** Whoever delegates does so in person. */
export const delegatesInPerson: Content<GrantDelegation> = {
  rule: 'delegatesInPerson',
  checkContent: ({ delegator }, _state, _reads, { actor }) =>
    actor.subject === delegator ? { delegator } : accessRefusals.notDelegator({}, ['delegator']),
};

/** The delegator holds the role himself when it is to pass: a delegated power is not delegated again. */
export const delegatesPowerHeld: Content<GrantDelegation, { readonly delegator: Loaded<AccessState> }> = {
  rule: 'delegatesPowerHeld',
  checkContent: ({ role, unit }, _state, { delegator }, context) => {
    const from = beginsAsked(context);
    const held = ownGrants(delegator.state).find((it) => it.role === role && it.unit === unit && openAt(it.to, from));
    return held ? { role, unit, grant: held.id, from } : accessRefusals.powerNotHeld(namedRole(role), ['role']);
  },
};

const mayRevoke = (delegator: string, actor: { readonly subject: string; readonly role: string }): boolean =>
  actor.subject === delegator || actor.role === 'SYSADMIN';

/** There is a delegation in force that the actor may revoke: one of the own power, or any for the administrator. */
export const holdsRevocable: Guard<Registered, unknown> = {
  rule: 'holdsRevocable',
  check: ({ delegations }, _reads, { actor, now }) => {
    const open = delegations.filter(({ to }) => openAt(to, now));
    if (open.length === 0) return accessRefusals.noneInForce();
    const own = open.filter(({ delegator }) => mayRevoke(delegator, actor)).map(({ delegation }) => delegation);
    return own.length > 0 ? { delegations: own } : accessRefusals.notDelegator();
  },
};

/** The delegation that is to be revoked is such a one, and does not end earlier. */
export const revokesDelegationHeld: Content<RevokeDelegation> = {
  rule: 'revokesDelegationHeld',
  checkContent: ({ revoked: delegation }, { delegations }, _reads, context) => {
    const found = delegations.find((it) => it.delegation === delegation && openAt(it.to, context.now));
    if (!found) return accessRefusals.grantUnknown({ grant: delegation }, ['revoked']);
    const { delegator, to } = found;
    if (!mayRevoke(delegator, context.actor)) return accessRefusals.notDelegator({}, ['revoked']);
    const at = beginsAsked(context);
    return at > to ? accessRefusals.endsEarlier({ to }, ['effectiveFrom']) : { delegation, delegator, to: at };
  },
};
