import { derivedId } from '../sources.js';

/**
 * The id of an event: it follows from where it stands and what led to it, so that the same command sent twice gives the same ids.
 * @param index the event's place among those of the command, from 0
 */
export const eventIdOf = (stream: string, commandId: string, index: number): string =>
  derivedId('event', stream, commandId, index);

/** Sixteen random bytes as a UUID of version 4 (RFC 9562 §5.4). */
export function uuidFrom(bytes: Buffer): string {
  const raw = Buffer.from(bytes);
  raw[6] = ((raw[6] ?? 0) & 0x0f) | 0x40;
  raw[8] = ((raw[8] ?? 0) & 0x3f) | 0x80;
  return raw.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
