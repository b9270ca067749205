import { refusals, type ContentGuard, type Facts, type Guard, type Refusal, type ValuesOf } from '#kernel';
import type { PlaceHold, ReleaseHold } from './commands.js';
import { recipientKey } from './items.js';
import { HOLD_GROUNDS } from './labels.js';
import type { heldRecipients } from './questions/index.js';
import { commendationRefusals as refuse } from './refusals.js';
import { openItems, type DossierFacts, type Item } from './state.js';

/** Holds on the open items' recipients, in whatever dossier. */
export interface WithHolds {
  readonly holds: readonly ValuesOf<(typeof heldRecipients)['answers']>[];
}

/** Some open item may still be held. */
export const someItemIsNotHeld: Guard<DossierFacts, unknown> = {
  rule: 'someItemIsNotHeld',
  check: (state) => {
    const free = openItems(state).filter((it) => !it.hold).length;
    return free > 0 ? { free } : refuse.allHeld();
  },
};

/** The item is open and not on hold. */
export const itemIsNotHeld: ContentGuard<DossierFacts, unknown, PlaceHold> = {
  rule: 'itemIsNotHeld',
  checkContent: ({ item }, state) => {
    const found = openItems(state).find((it) => it.item === item);
    if (!found) return refuse.itemUnknown({ item }, ['item']);
    return found.hold ? refuse.alreadyHeld({ item }, ['item']) : { item };
  },
};

/** Some open item is on hold. */
export const someItemIsHeld: Guard<DossierFacts, unknown> = {
  rule: 'someItemIsHeld',
  check: (state) => {
    const held = openItems(state).filter((it) => it.hold).length;
    return held > 0 ? { held } : refuse.noneHeld();
  },
};

/** The item is on hold, and the releasing document is no older than the one that it answers. */
export const itemIsHeld: ContentGuard<DossierFacts, unknown, ReleaseHold> = {
  rule: 'itemIsHeld',
  checkContent: ({ item }, state, _reads, { document }) => {
    const hold = openItems(state).find((it) => it.item === item)?.hold;
    if (!hold) return refuse.notHeld({ item }, ['item']);
    const signedOn = document?.signedOn;
    return signedOn !== undefined && signedOn < hold.on
      ? refusals.signedBeforeLastStep({ signedOn, last: hold.on }, ['document', 'signedOn'])
      : { item, ground: hold.ground, since: hold.since };
  },
};

/** Neither an open item nor its recipient anywhere else is on hold. */
export const recipientsAreNotHeld: Guard<DossierFacts, WithHolds> = {
  rule: 'recipientsAreNotHeld',
  check: (state, reads) => unheld(openItems(state), state.unit, reads),
};

/**
 * The number of items, none of them on hold, nor their recipients anywhere else, or the refusal. Whatever is on hold when a
 * decision is recorded stands in its way: the decision's own date does not matter.
 */
export function unheld(
  items: readonly Item[],
  unit: string,
  { holds }: WithHolds,
  path?: readonly string[],
): Facts | Refusal {
  for (const { item, hold, recipient } of items) {
    if (hold) {
      const { ground } = hold;
      return refuse.held({ item, ground, groundName: { ...HOLD_GROUNDS[ground] } }, path);
    }
    const key = recipientKey(recipient, unit);
    const elsewhere = holds.filter((it) => it.recipient === key).map((it) => it.dossier);
    if (elsewhere.length > 0) return refuse.recipientOnHold({ item, dossiers: [...new Set(elsewhere)] }, path);
  }
  return { items: items.length, holds: 0 };
}
