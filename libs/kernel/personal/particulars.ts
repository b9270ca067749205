import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Json } from '../record/json.js';
import type { Randomness } from '../sources.js';
import type { KeyRing, OwnerKey } from './key-ring.js';

/**
 * A particular on its way into an event, in memory only. With a `person` it is that person's name; without one it is free text
 * about persons, which has the key of its dossier's text.
 */
export interface Unsealed {
  readonly person?: string;
  readonly clear: string;
}

/** A particular as it is stored: AES-256-GCM under its owner's key; base64 fields. */
export interface Sealed {
  readonly person?: string;
  readonly keyId: string;
  readonly iv: string;
  readonly ct: string;
  readonly tag: string;
  /** Where in the log it was sealed. The cipher is bound to it; set on reading, stored only where it was carried to another place. */
  readonly place?: string;
}

/** What events and states hold where a person is named: commands bring it unsealed, the log returns it sealed. */
export type Personal = Unsealed | Sealed;

/** Free text about persons: sealed under the key of its dossier's text. */
export type Prose = Unsealed | Sealed;

/** A person registered before, named by identity alone: the engine puts the sealed name in its place. */
export interface PersonRef {
  readonly personRef: string;
}

/** Marks a name as a person's, so that it is sealed before it is stored. */
export const personal = (person: string, clear: string): Unsealed => ({ person, clear });

/** Marks a text as prose about persons, so that it is sealed before it is stored. */
export const prose = (clear: string): Unsealed => ({ clear });

/** True when a particular is on its way into the log. */
export const isUnsealed = (value: object): value is Unsealed =>
  'clear' in value && Object.keys(value).every((key) => key === 'clear' || key === 'person');
const isSealed = (value: object): value is Sealed =>
  'keyId' in value && 'ct' in value && 'iv' in value && 'tag' in value;

/** True when a particular has come from the log. */
export const isSealedParticular = (value: unknown): value is Sealed =>
  typeof value === 'object' && value !== null && isSealed(value);

type Visit = (found: Unsealed | Sealed, path: string) => Json;

/** Rewrites every particular in a value, telling each its path (`recipients.0.name`). */
export function mapParticulars(value: unknown, path: string, visit: Visit): Json {
  if (Array.isArray(value)) return value.map((item, i) => mapParticulars(item, `${path}${i}.`, visit));
  if (typeof value !== 'object' || value === null) return value as Json;
  if (isUnsealed(value) || isSealed(value)) return visit(value, path.slice(0, -1));
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, mapParticulars(item, `${path}${key}.`, visit)]));
}

/** Every particular in a value, in the order in which it is written. */
export function particularsIn(value: unknown): readonly (Unsealed | Sealed)[] {
  const found: (Unsealed | Sealed)[] = [];
  mapParticulars(value, '', (it) => {
    found.push(it);
    return null;
  });
  return found;
}

/** Binds a ciphertext to its one place: it cannot be moved to another event or field. */
const placeOf = (stream: string, revision: number, path: string): string => `${stream}\n${revision}\n${path}`;

/** Whose key seals a particular of a stream. */
const ownerOf = ({ person }: Unsealed, stream: string): string =>
  person === undefined ? `text:${stream}` : `person:${person}`;

/**
 * The keys that sealing a value in a stream takes: made where there are none.
 * @returns by owner
 */
export async function keysToSeal(
  value: unknown,
  stream: string,
  ring: KeyRing,
): Promise<ReadonlyMap<string, OwnerKey>> {
  const open = particularsIn(value).filter((it) => !isSealed(it)) as readonly Unsealed[];
  const owners = [...new Set(open.map((it) => ownerOf(it, stream)))];
  return owners.length === 0 ? new Map() : ring.keysFor(owners);
}

/**
 * Encrypts every particular in an event's data for its place in the log. A particular carried over from an earlier
 * event keeps the place it was sealed for.
 * @param keys what `keysToSeal` gave for the same value
 */
export function seal(
  data: unknown,
  stream: string,
  revision: number,
  keys: ReadonlyMap<string, OwnerKey>,
  random: Randomness,
): Json {
  return mapParticulars(data, '', (found, path) => {
    if (isSealed(found)) return { ...found };
    const owner = keys.get(ownerOf(found, stream));
    if (!owner) throw new Error(`There is no key to seal ${path} of ${stream} with`);
    const iv = random.bytes(12);
    const cipher = createCipheriv('aes-256-gcm', owner.key, iv).setAAD(Buffer.from(placeOf(stream, revision, path)));
    const ct = Buffer.concat([cipher.update(found.clear, 'utf8'), cipher.final()]);
    const base64 = (bytes: Buffer): string => bytes.toString('base64');
    return {
      ...(found.person !== undefined && { person: found.person }),
      keyId: owner.keyId,
      iv: base64(iv),
      ct: base64(ct),
      tag: base64(cipher.getAuthTag()),
    };
  });
}

/** Tells every sealed particular of a stored event where it stands, so that it can be unsealed wherever it is carried. */
export function withPlaces(data: Json, stream: string, revision: number): Json {
  return mapParticulars(data, '', (found, path) =>
    isSealed(found) ? { ...found, place: found.place ?? placeOf(stream, revision, path) } : { ...found },
  );
}

/** Why a particular cannot be read: its key has been destroyed, which is erasure. */
export const ERASED: unique symbol = Symbol('erased');

/**
 * Reads sealed particulars, with one question to the ring.
 * @returns in the same order, the clear text or `ERASED`
 * @throws Error when the ring never had a key, or a ciphertext is not the one that was stored at its place
 */
export async function unsealAll(
  sealed: readonly Sealed[],
  ring: KeyRing,
): Promise<readonly (string | typeof ERASED)[]> {
  if (sealed.length === 0) return [];
  const keys = await ring.find([...new Set(sealed.map((it) => it.keyId))]);
  return sealed.map((it) => {
    const key = keys.get(it.keyId) ?? 'unknown';
    if (key === 'destroyed') return ERASED;
    if (key === 'unknown') {
      throw new Error(`The key ring does not know key ${it.keyId}: it is not the ring this log was written with`);
    }
    return decrypt(it, key);
  });
}

/** Reads one sealed particular; see `unsealAll`. */
export async function unseal(sealed: Sealed, ring: KeyRing): Promise<string | typeof ERASED> {
  const [clear = ERASED] = await unsealAll([sealed], ring);
  return clear;
}

function decrypt(sealed: Sealed, key: Buffer): string {
  const bytes = (field: string): Buffer => Buffer.from(field, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes(sealed.iv)).setAAD(Buffer.from(sealed.place ?? ''));
  decipher.setAuthTag(bytes(sealed.tag));
  return Buffer.concat([decipher.update(bytes(sealed.ct)), decipher.final()]).toString('utf8');
}

/** A payload without what particulars say: safe to hash. A name is never hashed, not even keyed. */
export function withoutParticulars(payload: unknown): Json {
  return mapParticulars(payload, '', (found): Json => ({
    particular: true,
    ...(found.person !== undefined && { person: found.person }),
    ...(isSealed(found) && { tag: found.tag }),
  }));
}
