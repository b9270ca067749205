import {
  contentHash,
  encode,
  eventIdOf,
  kernelEvents,
  SYSTEM_SUBJECT,
  type AttemptVoided,
  type EventToAppend,
  type FenceSettled,
} from '#kernel';
import type { FencedParts } from './parts.js';

/** What the store itself writes, and where. */
interface Own {
  readonly stream: string;
  readonly event: AttemptVoided | FenceSettled;
  /** What the event is about: its id follows from the stream and this. */
  readonly about: string;
  /** The last instant that was recorded in the stream; the event is not recorded earlier. */
  readonly notBefore?: string;
}

/** An event of the store's own, with a whole envelope: whoever reads the log reads it too. */
export function ownEvent({ stream, event, about, notBefore = '' }: Own, { clock, random }: FencedParts): EventToAppend {
  const now = clock.now();
  const recordedAt = now < notBefore ? notBefore : now;
  const info = kernelEvents[event.type];
  const eventId = eventIdOf(stream, about, 0);
  return encode(event.type, event.data, {
    eventId,
    occurredAt: recordedAt,
    recordedAt,
    actor: { subject: SYSTEM_SUBJECT, role: 'SYSTEM', unit: '', grant: SYSTEM_SUBJECT },
    commandId: eventId,
    commandType: event.type,
    commandHash: contentHash(event.data),
    causationId: about,
    correlationId: about,
    classification: info.classification ?? 'INTERNAL',
    salt: random.bytes(16).toString('base64'),
  });
}
