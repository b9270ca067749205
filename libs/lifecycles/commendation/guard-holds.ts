import type { ContentGuard, Guard } from '#kernel';
import { noneHeld, noneIsDouble, type WithDoubles, type WithHolds } from '#lifecycles/recipient';
import { grantedBy, type WithDecisions } from './guard-decision.js';
import { openItems, type DossierFacts, type Item } from './state.js';

const recipientsOf = (items: readonly Item[]): readonly Item['recipient'][] => items.map((it) => it.recipient);

/** Nobody who is proposed is on hold, whatever dossier or none the hold was placed beside. */
export const recipientsAreNotHeld: Guard<DossierFacts, WithHolds> = {
  rule: 'recipientsAreNotHeld',
  check: (state, reads) => noneHeld(recipientsOf(openItems(state)), reads),
};

/** Nothing is granted to anybody who is on hold. */
export const grantedAreNotHeld: ContentGuard<DossierFacts, WithHolds, WithDecisions> = {
  rule: 'recipientsAreNotHeld',
  checkContent: (command, state, reads) => noneHeld(recipientsOf(grantedBy(command, state)), reads, ['decisions']),
};

/** Nobody who is proposed has been joined to another person since. */
export const recipientsAreNoDoubles: Guard<DossierFacts, WithDoubles> = {
  rule: 'recipientsAreNoDoubles',
  check: (state, reads) => noneIsDouble(recipientsOf(openItems(state)), reads),
};

/** Nobody to whom something is granted has been joined to another person since. */
export const grantedAreNoDoubles: ContentGuard<DossierFacts, WithDoubles, WithDecisions> = {
  rule: 'recipientsAreNoDoubles',
  checkContent: (command, state, reads) => noneIsDouble(recipientsOf(grantedBy(command, state)), reads, ['decisions']),
};
