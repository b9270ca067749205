import { derivedId, type Personal, type PersonRef } from '#kernel';
import { identityOf } from '#lifecycles/person';

/** Who may receive or be held: a registered collective, a unit of the roster, or a person. The name is no part of it. */
export interface RecipientIdentity {
  readonly collective?: {
    /** The unit itself; of a registered collective the unit that answers for it. */
    readonly unit?: string;
    /** A collective that is no unit of the roster. */
    readonly registered?: string;
  };
  /** The person, or the one in whose name the household is registered. */
  readonly person?: Personal | PersonRef;
}

/**
 * Who somebody is, in one word made of registered identities alone: never of a name. A household is known by the person in whose
 * name it is registered; whatever stands in the way of that person stands in its way.
 */
export function recipientKey({ collective, person }: RecipientIdentity): string {
  if (person !== undefined) return derivedId('recipient', 'person', identityOf(person));
  return collective?.registered === undefined
    ? derivedId('recipient', 'unit', collective?.unit ?? '')
    : derivedId('recipient', 'collective', collective.registered);
}
