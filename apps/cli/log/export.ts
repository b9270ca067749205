import type { Writable } from 'node:stream';
import { once } from 'node:events';
import { canonicalForm } from '#kernel';
import { eventsOf, withLog } from './open-log.js';

/**
 * Writes the log as it is: the canonical form of every event, a line each, in the log's order. What is sealed stays sealed; the
 * hash of a line's bytes is the event's leaf. The service must have stopped.
 * @throws Problem when there is no log
 */
export const exportLog = (data: string, to: Writable): Promise<void> =>
  withLog(data, async (store, { logId }) => {
    for await (const event of eventsOf(store)) {
      if (!to.write(`${canonicalForm(logId, event)}\n`)) await once(to, 'drain');
    }
  });
