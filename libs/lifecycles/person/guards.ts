import { isRefusal, type ContentGuard, type Guard, type Loaded } from '#kernel';
import { noneHeld, type WithHolds } from '#lifecycles/recipient';
import type { JoinPersons } from './commands.js';
import { personRefusals as refuse } from './refusals.js';
import { identityOf, type PersonState } from './state.js';

/** Nobody is a double of himself, also not by way of others. */
export const areTwoIdentities: ContentGuard<unknown, unknown, JoinPersons> = {
  rule: 'areTwoIdentities',
  checkContent: ({ double, person }) => {
    const found = { double: identityOf(double), person: identityOf(person) };
    return found.double === found.person ? refuse.isItself({}, ['person']) : found;
  },
};

/** Who is to stand for another has not been joined to a third since he was named. */
export const personStandsAlone: ContentGuard<unknown, { readonly other: Loaded<PersonState> }, JoinPersons> = {
  rule: 'personStandsAlone',
  checkContent: (_command, _state, { other }) =>
    other.state.status === 'joined' ? refuse.isDouble({}, ['person']) : { status: other.state.status },
};

/** A hold on the double is not lost by joining: it stands on whoever stands for it before. */
export const doubleIsNotHeld: ContentGuard<unknown, WithHolds, JoinPersons> = {
  rule: 'doubleIsNotHeld',
  checkContent: ({ double }, _state, reads) =>
    isRefusal(noneHeld([{ person: double }], reads)) ? refuse.isHeld({}, ['double']) : { held: 0 },
};

/** Nobody decides who he is himself. */
export const joinsOthers: ContentGuard<unknown, unknown, JoinPersons> = {
  rule: 'joinsOthers',
  checkContent: ({ double, person }, _state, _reads, { actor }) => {
    const involved = [actor.subject, actor.onBehalfOf];
    const path = [double, person].findIndex((it) => involved.includes(identityOf(it)));
    return path < 0 ? { persons: 2 } : refuse.isActor({}, [path === 0 ? 'double' : 'person']);
  },
};

/** Nobody separates himself from another. */
export const separatesOthers: Guard<Extract<PersonState, { status: 'joined' }>, unknown> = {
  rule: 'joinsOthers',
  check: ({ double, person }, _reads, { actor }) => {
    const involved = [actor.subject, actor.onBehalfOf];
    return [double, person].some((it) => involved.includes(identityOf(it))) ? refuse.isActor() : { persons: 2 };
  },
};
