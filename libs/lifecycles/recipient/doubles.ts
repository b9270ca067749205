import type { Facts, Loaded, Refusal } from '#kernel';
import { identityOf, type PersonState } from '#lifecycles/person';
import type { RecipientIdentity } from './key.js';
import { recipientRefusals as refuse } from './refusals.js';

/** What is recorded of the persons that a decision is about, as doubles of others. */
export interface WithDoubles {
  readonly doubles: readonly Loaded<PersonState>[];
}

/** The natural persons among some recipients, each by the identity under which a double of it would be recorded. */
export const personsIn = (recipients: readonly RecipientIdentity[]): readonly string[] =>
  recipients.flatMap(({ person }) => (person === undefined ? [] : [identityOf(person)]));

/**
 * That nobody among some recipients has been joined to another since he was named, as facts, or the refusal: holds and achievements
 * are those of whoever stands for him.
 * @param path where the command says it
 */
export function noneIsDouble(
  recipients: readonly RecipientIdentity[],
  { doubles }: WithDoubles,
  path?: readonly string[],
): Facts | Refusal {
  const persons = personsIn(recipients);
  const double = doubles.find(({ id, state }) => persons.includes(id) && state.status === 'joined');
  return double ? refuse.isDouble({}, path) : { persons: persons.length };
}
