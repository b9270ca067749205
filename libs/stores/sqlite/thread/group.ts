import type { DatabaseSync } from 'node:sqlite';
import type { AppendRequest, FromWriter, WriterError } from '../messages.js';
import { WRITES } from '../schema.js';
import { openAppender } from './appender.js';
import { describe, isBusy } from './errors.js';

/** Writes groups. A failure of the group as a whole is the last when nobody can know what reached the disk. */
export function groupWriter(database: DatabaseSync): (group: readonly AppendRequest[]) => FromWriter {
  const begin = database.prepare(WRITES.begin);
  const commit = database.prepare(WRITES.commit);
  const advance = database.prepare(WRITES.advance);
  const appender = openAppender(database);

  return (group) => {
    const before = appender.last();
    try {
      begin.run();
      const answers = group.map(appender.append);
      const grown = appender.last() > before;
      if (grown) advance.run(appender.last());
      commit.run();
      return { kind: 'committed', answers, grown };
    } catch (thrown) {
      const error = describe(thrown);
      appender.resetTo(before);
      rollBack(database);
      // A lock held by another program passes without a trace; nothing else does.
      return failure(group, error, !isBusy(error));
    }
  };
}

/** Tells the callers of a group that it failed as a whole; `last` when nothing is written any more. */
export function failure(group: readonly AppendRequest[], error: WriterError, last: boolean): FromWriter {
  return { kind: 'failed', count: group.length, error, last };
}

function rollBack(database: DatabaseSync): void {
  if (!database.isTransaction) return;
  try {
    database.exec(WRITES.rollback);
  } catch {
    // SQLite has rolled back on its own; the failure itself is already on its way to the callers.
  }
}
