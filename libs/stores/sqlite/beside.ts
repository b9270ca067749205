import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { EventStore } from '#kernel';
import { asStoreFault } from './fault.js';
import { openReader } from './reader.js';

/** What can be read of a log beside the process that owns it. */
export type LogBeside = Pick<EventStore, 'readStream' | 'readAll' | 'head' | 'close'>;

/**
 * Opens the log of an embedded store for reading, whether a process owns it or not.
 * @param file an existing data file, looked at before (`peekSqliteLog`)
 * @throws StoreFault when the file cannot be opened; every read throws it when the file fails
 */
export function openSqliteLogBeside(file: string): LogBeside {
  const absolute = resolve(file);
  try {
    const reader = openReader(realpathSync(absolute));
    return {
      readStream: async (stream, from = 0, limit = Number.POSITIVE_INFINITY) => reader.stream(stream, from, limit),
      readAll: async (from, limit) => reader.after(from, limit),
      head: async () => reader.head(),
      close: async () => reader.close(),
    };
  } catch (error) {
    throw asStoreFault(error, absolute);
  }
}
