import { createHash } from 'node:crypto';
import type { StoredEvent } from '../store.js';

/** The most bytes that the canonical form of an event may have: an entry of a transparency log is no longer (C2SP tlog-tiles). */
export const MOST_EVENT_BYTES = 65_535;

/** The running digest of a stream before its first event: 32 zero bytes, in hex. */
export const NO_EVENTS = '0'.repeat(64);

const LEAF = Buffer.of(0x00);
const RUNNING = Buffer.of(0x02);

/**
 * The one canonical form of a stored event: the JSON text (RFC 8785) of
 * `{data, eventId, log, metadata, revision, stream, type}`. The schema version and the salt are among the metadata. No
 * position of any store is in it: a log and its migrated copy have the same bytes.
 * @param log the id of the log, from its founding event
 * @param stored `data` and `metadata` are canonical JSON texts already, as every store keeps them
 */
export function canonicalForm(log: string, stored: Omit<StoredEvent, 'position'>): string {
  const { data, eventId, metadata, revision, stream, type } = stored;
  const text = JSON.stringify;
  return `{"data":${data},"eventId":${text(eventId)},"log":${text(log)},"metadata":${metadata},"revision":${revision},"stream":${text(stream)},"type":${text(type)}}`;
}

/**
 * `SHA-256(0x00 ‖ bytes)`: an event's leaf (RFC 6962 §2.1), lower-case hex.
 * @param form what `canonicalForm` gave; hashed as UTF-8
 */
export function leafHash(form: string): string {
  return createHash('sha256').update(LEAF).update(form, 'utf8').digest('hex');
}

/**
 * `d(n) = SHA-256(0x02 ‖ d(n−1) ‖ leaf(n))`: a stream's running digest after one more event, lower-case hex.
 * @param before `NO_EVENTS` before the first event
 */
export function runningDigest(before: string, leaf: string): string {
  return createHash('sha256')
    .update(RUNNING)
    .update(Buffer.from(before, 'hex'))
    .update(Buffer.from(leaf, 'hex'))
    .digest('hex');
}
