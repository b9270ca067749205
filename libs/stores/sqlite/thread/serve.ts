import { DatabaseSync } from 'node:sqlite';
import { failureOf, proveDurable, type Failure, type FileServer } from '#sqlite';
import type { AppendRequest, GroupReply, WriterSetup } from '../messages.js';
import { WRITES } from '../schema.js';
import { failed, groupWriter } from './group.js';

/** Opens the file, proves that writes are durable, then writes groups until one fails for good. */
export function openLog({ file, settings, checkpointPages }: WriterSetup): FileServer<AppendRequest, GroupReply> {
  const database = new DatabaseSync(file);
  try {
    database.exec(settings);
    database.exec(WRITES.countOpening);
    proveDurable(database);
    return logServer(database, checkpointPages);
  } catch (error) {
    database.close();
    throw error;
  }
}

function logServer(database: DatabaseSync, checkpointPages: number): FileServer<AppendRequest, GroupReply> {
  const write = groupWriter(database);
  const tidy = checkpointer(database, checkpointPages);
  let broken: Failure | undefined;
  return {
    answer: (group) => {
      if (broken) return { ...failed(group, broken), broken };
      const reply = write(group);
      broken = reply.broken;
      return reply;
    },
    afterwards: () => (broken ??= tidy()),
    close: () => database.close(),
  };
}

/**
 * Copies the write-ahead log into the database once it is long, when the callers have their answers.
 * SQLite's own checkpoint hides its errors; this one hands them over, so that a failed fsync ends the writing.
 */
function checkpointer(database: DatabaseSync, pages: number): () => Failure | undefined {
  const measure = database.prepare(WRITES.measureLog);
  const checkpoint = database.prepare(WRITES.checkpoint);
  return () => {
    try {
      const { log, checkpointed } = measure.get() ?? {};
      if (Number(log) - Number(checkpointed) >= pages) checkpoint.get();
      return undefined;
    } catch (error) {
      return failureOf(error);
    }
  };
}
