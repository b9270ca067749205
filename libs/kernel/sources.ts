import { v5 as uuidv5 } from 'uuid';

/** Where time comes from. Nothing in the libraries reads the machine's clock itself. */
export interface Clock {
  /** The present instant, RFC 3339 in UTC with milliseconds (`2026-06-14T16:59:59.000Z`). */
  now(): string;
}

/** Where randomness comes from: keys and nonces. Seeded in the simulated profile, the system's elsewhere. */
export interface Randomness {
  bytes(length: number): Buffer;
}

/** The namespace of every identifier that is derived (RFC 9562 §5.5). Never change it: stored identifiers depend on it. */
const KHEO_NAMESPACE = '6b68656f-0000-5000-8000-64616e76616e';

/**
 * A name-based identifier: the same parts give the same UUIDv5 on every machine and at every time.
 * @param parts what the identifier is derived from, in order
 */
export function derivedId(...parts: readonly (string | number)[]): string {
  return uuidv5(JSON.stringify(parts), KHEO_NAMESPACE);
}

/** The subject of the engine's own processes. */
export const SYSTEM_SUBJECT = 'system';
