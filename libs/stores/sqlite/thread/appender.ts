import type { DatabaseSync } from 'node:sqlite';
import { concerns, failureOf, isOfSqlite } from '#sqlite';
import { judge, type Part } from '../../append-rules.js';
import type { Answer, AppendRequest } from '../messages.js';
import { WRITES } from '../schema.js';

/** Appends inside a transaction that others open and commit. */
export interface Appender {
  /** The ordinal of the last event. */
  last(): number;
  /** Forgets what a transaction that was rolled back had appended. */
  resetTo(ordinal: number): void;
  /** One caller's append: all its events or none, whatever the others do. */
  append(request: AppendRequest): Answer;
}

/** Opens the appender of a log. */
export function openAppender(database: DatabaseSync): Appender {
  const insert = database.prepare(WRITES.insert);
  const forgetAfter = database.prepare(WRITES.forgetAfter);
  const lastRevision = database.prepare(WRITES.lastRevision);
  const eventAt = database.prepare(WRITES.eventAt);
  let last = Number(database.prepare(WRITES.lastPosition).get()?.value);

  const streams = {
    last: (stream: string) => {
      const found = lastRevision.get(stream)?.value;
      return typeof found === 'number' ? found : ('noStream' as const);
    },
    eventAt: (stream: string, revision: number) => {
      const row = eventAt.get(stream, revision);
      return row && { eventId: String(row.eventId), ordinal: Number(row.ordinal) };
    },
  };

  function insertAll(parts: readonly Part[]): Answer {
    const before = last;
    let revision = -1;
    try {
      for (const { stream, after, events } of parts) {
        revision = after;
        for (const { eventId, type, data, metadata } of events) {
          revision += 1;
          insert.run(last + 1, eventId, stream, revision, type, data, metadata);
          last += 1;
        }
      }
      return { revision, ordinal: last };
    } catch (error) {
      // The rest of the transaction is none the worse; so it is with whatever SQLite did not throw.
      if (isOfSqlite(error) && !concerns(error, 'statement')) throw error;
      if (last > before) forgetAfter.run(before);
      last = before;
      return { failure: failureOf(error) };
    }
  }

  function append(request: AppendRequest): Answer {
    const verdict = judge(request, streams);
    switch (verdict.kind) {
      case 'append':
        return insertAll(verdict.parts);
      case 'repeat':
        return { revision: verdict.revision, ordinal: verdict.last.ordinal };
      case 'conflict':
        return { failed: verdict.failed };
    }
  }

  return { last: () => last, resetTo: (ordinal) => (last = ordinal), append };
}
