import { DatabaseSync } from 'node:sqlite';
import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import type { AppendRequest, FromWriter, ToWriter, WriterError, WriterSetup } from '../messages.js';
import { FULL, WRITES } from '../schema.js';
import { describe } from './errors.js';
import { failure, groupWriter } from './group.js';

/** Opens the file, proves that writes are durable, then writes groups until told to close. */
export function serve(port: MessagePort, setup: WriterSetup): void {
  const tell = (message: FromWriter): void => port.postMessage(message);
  try {
    const database = new DatabaseSync(setup.file);
    database.exec(setup.pragmas);
    database.exec(WRITES.countOpening);
    // Only now: before the first write the setting can read right and be wrong later.
    const found = Number(database.prepare(WRITES.synchronous).get()?.synchronous);
    if (found === FULL) {
      answer(port, database, setup.checkpointPages);
      tell({ kind: 'ready' });
    } else {
      database.close();
      tell({ kind: 'notDurable', found });
    }
  } catch (error) {
    tell({ kind: 'refused', error: describe(error) });
  }
}

/** Answers each message until one says to close. */
function answer(port: MessagePort, database: DatabaseSync, checkpointPages: number): void {
  const write = groupWriter(database);
  const tidy = checkpointer(database, checkpointPages);
  let broken: WriterError | undefined;
  port.on('message', (first: ToWriter) => {
    const { group, closing } = drain(port, first);
    if (group.length > 0) {
      const outcome = broken ? failure(group, broken, true) : write(group);
      port.postMessage(outcome);
      if (outcome.kind === 'failed' && outcome.last) broken = outcome.error;
      broken ??= tidy();
    }
    if (!closing) return;
    database.close();
    port.close();
  });
}

/** Everything that has arrived by now shares one transaction. */
function drain(port: MessagePort, first: ToWriter): { group: AppendRequest[]; closing: boolean } {
  const group: AppendRequest[] = [];
  let next: ToWriter | undefined = first;
  while (next !== undefined) {
    if (next === 'close') return { group, closing: true };
    for (const request of next) group.push(request);
    next = receiveMessageOnPort(port)?.message as ToWriter | undefined;
  }
  return { group, closing: false };
}

/**
 * Copies the write-ahead log into the database once it is long, when the callers have their answers.
 * SQLite's own checkpoint hides its errors; this one hands them over, so that a failed fsync ends the writing.
 */
function checkpointer(database: DatabaseSync, pages: number): () => WriterError | undefined {
  const measure = database.prepare(WRITES.measureLog);
  const checkpoint = database.prepare(WRITES.checkpoint);
  return () => {
    try {
      const { log, checkpointed } = measure.get() ?? {};
      if (Number(log) - Number(checkpointed) >= pages) checkpoint.get();
      return undefined;
    } catch (error) {
      return describe(error);
    }
  };
}
