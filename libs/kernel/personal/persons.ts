import type { StreamReader } from '../read-scope.js';
import { derivedId } from '../sources.js';
import { isUnsealed, personal, type PersonRef, type Sealed } from './particulars.js';

/** Every person that the log has named, by identity. */
export interface PersonRegister {
  /**
   * The sealed name of each of these persons that is known, as it was first named.
   * @param streams reads what the log says of them
   */
  find(persons: readonly string[], streams: StreamReader): Promise<ReadonlyMap<string, Sealed>>;
}

/** Names a person by identity alone. */
export const personRef = (person: string): PersonRef => ({ personRef: person });

const isRef = (value: object): value is PersonRef => 'personRef' in value;

interface FoundRef {
  readonly person: string;
  readonly path: readonly string[];
}

/** Every person that a payload names by identity, with the path. */
export function personRefsIn(value: unknown, path: readonly string[] = []): readonly FoundRef[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => personRefsIn(item, [...path, String(i)]));
  if (typeof value !== 'object' || value === null) return [];
  if (isRef(value)) return [{ person: value.personRef, path }];
  return Object.entries(value).flatMap(([key, item]) => personRefsIn(item, [...path, key]));
}

/**
 * The payload with each such person's sealed name in the place of the identity. A person newly named gets an identity of this
 * dossier's own: a command id used twice never makes one person of two.
 */
export function withPersons<T>(value: T, known: ReadonlyMap<string, Sealed>, stream: string): T {
  return replaced(value, known, stream) as T;
}

function replaced(value: unknown, known: ReadonlyMap<string, Sealed>, stream: string): unknown {
  if (Array.isArray(value)) return value.map((item) => replaced(item, known, stream));
  if (typeof value !== 'object' || value === null) return value;
  if (isRef(value)) return known.get(value.personRef) ?? value;
  if (isUnsealed(value))
    return value.person === undefined ? value : personal(derivedId(stream, value.person), value.clear);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, known, stream)]));
}
