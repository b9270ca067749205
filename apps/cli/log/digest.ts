import { createHash } from 'node:crypto';
import { canonicalForm, parseStream, type StoredEvent } from '#kernel';
import { eventsOf, withLog } from './open-log.js';

/** A whole log in a few words. */
export interface LogDigest {
  readonly events: number;
  /** SHA-256, lower-case hex. */
  readonly digest: string;
  /** How many events of each lifecycle, in the order of their names. */
  readonly byLifecycle: Readonly<Record<string, number>>;
}

/**
 * Counts events and digests their canonical forms, a line each: the same log gives the same digest, in whatever store it lies;
 * another order or byte gives another one.
 * @param log the log's id
 */
export async function digestOf(log: string, events: AsyncIterable<StoredEvent>): Promise<LogDigest> {
  const hash = createHash('sha256');
  const counts = new Map<string, number>();
  for await (const event of events) {
    hash.update(`${canonicalForm(log, event)}\n`);
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
export const logDigest = (data: string): Promise<LogDigest> =>
  withLog(data, (store, { logId }) => digestOf(logId, eventsOf(store)));
