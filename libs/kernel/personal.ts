import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { Json } from './json.js';
import type { Randomness } from './sources.js';

/** A particular of a natural person on its way into an event: in memory only. */
export interface Unsealed {
  readonly person: string;
  readonly clear: string;
}

/** A particular of a natural person as it is stored: AES-256-GCM under that person's own key; base64 fields. */
export interface Sealed {
  readonly person: string;
  readonly keyId: string;
  readonly iv: string;
  readonly ct: string;
  readonly tag: string;
  /** Where in the log it was found; set on reading, never stored. The cipher is bound to it. */
  readonly place?: string;
}

/** What events and states hold where a person is named: commands bring it unsealed, the log returns it sealed. */
export type Personal = Unsealed | Sealed;

/** A person's key. Destroying it is erasure; the log's bytes stay as they are. */
export interface PersonKey {
  readonly keyId: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

/** The store of per-person keys, beside the log. */
export interface KeyRing {
  /** The person's key, made and durable on return when there was none. */
  keyFor(person: string): PersonKey;
  /** The key of that id, or undefined when it never was or has been destroyed. */
  find(keyId: string): PersonKey | undefined;
}

/** Marks a particular as personal, so that it is sealed before it is stored. */
export const personal = (person: string, clear: string): Unsealed => ({ person, clear });

const isUnsealed = (value: object): value is Unsealed => 'clear' in value && 'person' in value;
const isSealed = (value: object): value is Sealed => 'keyId' in value && 'ct' in value && 'person' in value;

type Visit = (found: Unsealed | Sealed, path: string) => Json;

/** Rewrites every particular in a value, telling each its path (`recipients.0.name`). */
function mapParticulars(value: unknown, path: string, visit: Visit): Json {
  if (Array.isArray(value)) return value.map((item, i) => mapParticulars(item, `${path}${i}.`, visit));
  if (typeof value !== 'object' || value === null) return value as Json;
  if (isUnsealed(value) || isSealed(value)) return visit(value, path.slice(0, -1));
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, mapParticulars(item, `${path}${key}.`, visit)]));
}

/** Binds a ciphertext to its one place: it cannot be moved to another event or field. */
const placeOf = (stream: string, revision: number, path: string): string => `${stream}\n${revision}\n${path}`;

/**
 * Encrypts every particular in an event's data for its place in the log. A particular carried over from an earlier
 * event keeps the place it was sealed for.
 */
export function seal(data: unknown, stream: string, revision: number, keys: KeyRing, random: Randomness): Json {
  return mapParticulars(data, '', (found, path) => {
    if (isSealed(found)) return { ...found };
    const { keyId, key } = keys.keyFor(found.person);
    const iv = random.bytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(placeOf(stream, revision, path)));
    const ct = Buffer.concat([cipher.update(found.clear, 'utf8'), cipher.final()]);
    const base64 = (bytes: Buffer): string => bytes.toString('base64');
    return { person: found.person, keyId, iv: base64(iv), ct: base64(ct), tag: base64(cipher.getAuthTag()) };
  });
}

/** Tells every sealed particular of a stored event where it stands, so that it can be unsealed wherever it is carried. */
export function withPlaces(data: Json, stream: string, revision: number): Json {
  return mapParticulars(data, '', (found, path) =>
    isSealed(found) ? { ...found, place: found.place ?? placeOf(stream, revision, path) } : { ...found },
  );
}

/**
 * Reads a sealed particular.
 * @returns the clear text, or undefined when the person's key has been destroyed
 * @throws Error when the ciphertext is not the one that was stored at its place
 */
export function unseal(sealed: Sealed, keys: KeyRing): string | undefined {
  const key = keys.find(sealed.keyId)?.key;
  if (!key) return undefined;
  const bytes = (field: string): Buffer => Buffer.from(field, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes(sealed.iv)).setAAD(Buffer.from(sealed.place ?? ''));
  decipher.setAuthTag(bytes(sealed.tag));
  return Buffer.concat([decipher.update(bytes(sealed.ct)), decipher.final()]).toString('utf8');
}

/** A command's payload with each particular replaced by a keyed digest: safe to hash, useless once the key is gone. */
export function withoutParticulars(payload: unknown, keys: KeyRing): Json {
  return mapParticulars(payload, '', (found): Json => {
    if (isSealed(found)) return { person: found.person, keyId: found.keyId, tag: found.tag };
    const digest = createHmac('sha256', keys.keyFor(found.person).key).update(found.clear).digest('base64');
    return { person: found.person, digest };
  });
}
