// Runs in its own thread, from the build and straight from source: it imports nothing but Node itself.
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { Answer, AppendRequest, FromWriter, ToWriter, WriterError, WriterSetup } from './messages.js';

const SQLITE_BUSY = 5;
/** Results that concern one statement only: too big, constraint, mismatch, range. */
const OWN_FAULT = new Set([18, 19, 20, 25]);

const { file, pragmas, writes, synchronous, checkpointPages } = workerData as WriterSetup;
if (parentPort === null) throw new Error('The writer runs in a worker thread only');
const port = parentPort;
const tell = (message: FromWriter): void => port.postMessage(message);

try {
  serve();
} catch (error) {
  tell({ kind: 'refused', error: describe(error) });
}

/** Opens the file, proves that writes are durable, then writes groups until told to close. */
function serve(): void {
  const database = new DatabaseSync(file);
  database.exec(pragmas);
  const prepare = (name: keyof typeof writes): StatementSync => database.prepare(writes[name]);
  prepare('countOpening').run();
  // Only now: before the first write the setting can read right and be wrong later.
  const found = Number(prepare('synchronous').get()?.synchronous);
  if (found !== synchronous) {
    database.close();
    tell({ kind: 'notDurable', found });
    return;
  }
  const write = groupWriter(database, prepare);
  const tidy = checkpointer(prepare);
  let broken: WriterError | undefined;
  port.on('message', (first: ToWriter) => {
    const { group, closing } = drain(first);
    if (group.length > 0) {
      const outcome = broken ? failure(group, broken, true) : write(group);
      tell(outcome);
      if (outcome.kind === 'failed' && outcome.last) broken = outcome.error;
      broken ??= tidy();
    }
    if (!closing) return;
    database.close();
    port.close();
  });
  tell({ kind: 'ready' });
}

/** Everything that has arrived by now shares one transaction. */
function drain(first: ToWriter): { group: AppendRequest[]; closing: boolean } {
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
function checkpointer(prepare: (name: keyof typeof writes) => StatementSync): () => WriterError | undefined {
  const measure = prepare('measureLog');
  const checkpoint = prepare('checkpoint');
  return () => {
    try {
      const { log, checkpointed } = measure.get() ?? {};
      if (Number(log) - Number(checkpointed) >= checkpointPages) checkpoint.get();
      return undefined;
    } catch (error) {
      return describe(error);
    }
  };
}

function failure(group: readonly AppendRequest[], error: WriterError, last: boolean): FromWriter {
  return { kind: 'failed', count: group.length, error, last };
}

/** Writes groups. A failure of the group as a whole is the last when nobody can know what reached the disk. */
function groupWriter(
  database: DatabaseSync,
  prepare: (name: keyof typeof writes) => StatementSync,
): (group: readonly AppendRequest[]) => FromWriter {
  const begin = prepare('begin');
  const commit = prepare('commit');
  const advance = prepare('advance');
  const appender = openAppender(prepare);

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

interface Appender {
  /** The ordinal of the last event. */
  last(): number;
  resetTo(ordinal: number): void;
  /** One caller's append inside the open transaction: all its events or none, whatever the others do. */
  append(request: AppendRequest): Answer;
}

function openAppender(prepare: (name: keyof typeof writes) => StatementSync): Appender {
  const insert = prepare('insert');
  const forgetAfter = prepare('forgetAfter');
  const knownEvent = prepare('knownEvent');
  const lastRevision = prepare('lastRevision');
  let last = Number(prepare('lastPosition').get()?.value);

  function takeBack(ordinal: number): void {
    if (last > ordinal) forgetAfter.run(ordinal);
    last = ordinal;
  }

  function insertAll([stream, , events]: AppendRequest, revision: number): string | undefined {
    for (const { eventId, type, data, metadata, commandId } of events) {
      revision += 1;
      const { changes } = insert.run(last + 1, eventId, stream, revision, type, data, metadata, commandId);
      if (changes === 0) return eventId;
      last += 1;
    }
    return undefined;
  }

  function append(request: AppendRequest): Answer {
    const [stream, expected, events] = request;
    const found = lastRevision.get(stream)?.value;
    const actual = typeof found === 'number' ? found : 'noStream';
    if (!holds(expected, actual)) {
      const duplicate = firstDuplicate(
        events.map(({ eventId }) => eventId),
        knownEvent,
      );
      return duplicate === undefined ? { actual } : { duplicate };
    }
    const before = last;
    const revision = actual === 'noStream' ? -1 : actual;
    try {
      const duplicate = insertAll(request, revision);
      if (duplicate === undefined) return { revision: revision + events.length, ordinal: last };
      takeBack(before);
      return { duplicate };
    } catch (thrown) {
      const error = describe(thrown);
      if (error.errcode !== undefined && !OWN_FAULT.has(error.errcode & 0xff)) throw thrown;
      takeBack(before);
      return { error };
    }
  }

  return { last: () => last, resetTo: (ordinal) => (last = ordinal), append };
}

function holds(expected: AppendRequest[1], actual: number | 'noStream'): boolean {
  if (expected === 'any') return true;
  if (expected === 'streamExists') return actual !== 'noStream';
  return expected === actual;
}

function firstDuplicate(eventIds: readonly string[], knownEvent: StatementSync): string | undefined {
  return eventIds.find((id, index) => eventIds.indexOf(id) < index || knownEvent.get(id) !== undefined);
}

function isBusy({ errcode }: WriterError): boolean {
  return errcode !== undefined && (errcode & 0xff) === SQLITE_BUSY;
}

function rollBack(database: DatabaseSync): void {
  if (!database.isTransaction) return;
  try {
    database.exec(writes.rollback);
  } catch {
    // SQLite has rolled back on its own; the failure itself is already on its way to the callers.
  }
}

function describe(error: unknown): WriterError {
  if (!(error instanceof Error)) return { message: String(error) };
  return 'errcode' in error ? { errcode: Number(error.errcode), message: error.message } : { message: error.message };
}
