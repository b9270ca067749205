import type { CommandRequest, Outcome } from './command.js';
import { parseStream } from './fold.js';
import { contentHash } from './json.js';
import { withoutParticulars, type KeyRing } from './personal.js';
import { refusals } from './refusals.js';
import type { StoredEvent } from './store.js';

/** A digest that is worked out when it is first asked for. */
export type RequestDigest = () => string;

/**
 * A digest of everything a command says: the same intention has the same digest. It is worked out late, because it takes the
 * keys of the persons named, and a command that is not admitted leaves no key behind.
 */
export function requestDigest(request: CommandRequest, id: string, keys: KeyRing): RequestDigest {
  const { lifecycle, command, subject, delegation, occurredAt, effectiveFrom, reason, document } = request;
  const said = { lifecycle, id, command, subject, delegation, occurredAt, effectiveFrom, reason, document };
  let digest: string | undefined;
  return () => (digest ??= contentHash(withoutParticulars(said, keys)));
}

/**
 * What the log says of a command id that has been used.
 * @param stored the events that the log has under the id
 * @returns the first result again; a refusal when the id stood for something else; undefined when it is new
 */
export function repeatOf(
  request: CommandRequest,
  hash: RequestDigest,
  stored: readonly StoredEvent[],
): Outcome | undefined {
  const last = stored.at(-1);
  if (!last) return undefined;
  const metadata = JSON.parse(last.metadata) as Record<string, string>;
  if (metadata['commandHash'] !== hash())
    return refusals.commandIdReused({ commandId: request.commandId }, ['commandId']);
  const { stream, revision, position } = last;
  const eventIds = stored.map((event) => event.eventId);
  return { accepted: true, id: parseStream(stream).id, stream, revision, position, eventIds, repeated: true };
}
