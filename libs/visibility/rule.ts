import { HANDLING, type Exposure, type Onlooker } from './exposure.js';

/** What is asked of a viewer and an instance. */
export type Fact =
  /** The instance is for a circle of the viewer's. */
  | 'isInCircle'
  /** The viewer is of the circle that handles such instances. */
  | 'isInHandlingCircle'
  /** The instance is not restricted. */
  | 'isOpen'
  /** The viewer is cleared for what is restricted. */
  | 'isCleared'
  /** A unit of the viewer's is a party. */
  | 'unitIsParty'
  /** The viewer in person is a party. */
  | 'subjectIsParty';

/** A rule of visibility: one fact, or several that all, or of which any, must hold. */
export type Rule = Fact | { readonly all: readonly Rule[] } | { readonly any: readonly Rule[] };

/** For whom the instance is their own. */
export const IS_PARTY: Rule = { any: ['unitIsParty', 'subjectIsParty'] };

/** Who reads it without being a party. */
export const READS: Rule = { all: ['isInCircle', { any: ['isOpen', 'isCleared'] }] };

/** Who reads it because it is theirs to handle or to supervise. */
export const HANDLES: Rule = { all: [READS, 'isInHandlingCircle'] };

/**
 * Who may see that an instance exists, and read it: those of its circle, restricted ones only when cleared for them, and its
 * parties. Lists, counts, single reads, edges, inboxes, subscriptions and refusals go by this one rule, in SQL or in memory.
 */
export const SEES: Rule = { any: [IS_PARTY, READS] };

/** Whether a rule holds of a viewer and an instance. */
export function holds(rule: Rule, viewer: Onlooker, instance: Exposure): boolean {
  if (typeof rule === 'string') return factHolds(rule, viewer, instance);
  if ('all' in rule) return rule.all.every((each) => holds(each, viewer, instance));
  return rule.any.some((each) => holds(each, viewer, instance));
}

function factHolds(fact: Fact, viewer: Onlooker, { audience, restricted, units, subjects }: Exposure): boolean {
  switch (fact) {
    case 'isInCircle':
      return viewer.audiences.includes(audience);
    case 'isInHandlingCircle':
      return viewer.audiences.includes(HANDLING[audience]);
    case 'isOpen':
      return !restricted;
    case 'isCleared':
      return viewer.seesRestricted;
    case 'unitIsParty':
      return units.some((unit) => viewer.units.includes(unit));
    case 'subjectIsParty':
      return subjects.includes(viewer.subject);
    default:
      return fact satisfies never;
  }
}

/** True when the viewer may see that the instance exists, and read it. */
export const sees = (viewer: Onlooker, instance: Exposure): boolean => holds(SEES, viewer, instance);
