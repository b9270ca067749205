import { createHash } from 'node:crypto';
import { canonical, parseStream, type StoredEvent } from '#kernel';
import { eventsOf, withLog } from './open-log.js';

/** A whole log in a few words. */
export interface LogDigest {
  readonly events: number;
  /** SHA-256, lower-case hex. */
  readonly digest: string;
  /** How many events of each lifecycle, in the order of their names. */
  readonly byLifecycle: Readonly<Record<string, number>>;
}

/** One event as the digest takes it: a line of canonical JSON with its fields in this order. */
const lineOf = ({ position, stream, revision, eventId, type, data, metadata }: StoredEvent): string =>
  `${canonical([position, stream, revision, eventId, type, data, metadata])}\n`;

/** Counts and digests events: the same log gives the same digest, another order or byte another one. */
export async function digestOf(events: AsyncIterable<StoredEvent>): Promise<LogDigest> {
  const hash = createHash('sha256');
  const counts = new Map<string, number>();
  for await (const event of events) {
    hash.update(lineOf(event));
    const { name } = parseStream(event.stream);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const byLifecycle = Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return {
    events: [...counts.values()].reduce((sum, count) => sum + count, 0),
    digest: hash.digest('hex'),
    byLifecycle,
  };
}

/** The digest of a data folder's log. The service must have stopped. */
export const logDigest = (data: string): Promise<LogDigest> => withLog(data, (store) => digestOf(eventsOf(store)));
