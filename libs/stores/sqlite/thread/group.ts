import type { DatabaseSync } from 'node:sqlite';
import { concerns, failureOf, transaction, type Failure } from '#sqlite';
import type { AppendRequest, GroupReply } from '../messages.js';
import { WRITES } from '../schema.js';
import { openAppender } from './appender.js';

/** Writes groups. A failure of the group as a whole is the last when nobody can know what reached the disk. */
export function groupWriter(database: DatabaseSync): (group: readonly AppendRequest[]) => GroupReply {
  const advance = database.prepare(WRITES.advance);
  const appender = openAppender(database);

  return (group) => {
    const before = appender.last();
    try {
      const answers = transaction(database, 'IMMEDIATE', () => {
        const each = group.map(appender.append);
        if (appender.last() > before) advance.run(appender.last());
        return each;
      });
      return { answers, ...(appender.last() > before && { grown: true }) };
    } catch (error) {
      appender.resetTo(before);
      const failure = failureOf(error);
      // A lock held by another program passes without a trace; nothing else does.
      return concerns(error, 'lock') ? failed(group, failure) : { ...failed(group, failure), broken: failure };
    }
  };
}

/** Tells the callers of a group that it failed as a whole. */
export const failed = (group: readonly AppendRequest[], failure: Failure): GroupReply => ({
  answers: group.map(() => ({ failure })),
});
