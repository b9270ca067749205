import { decodeWith, parseStream, type EventStore, type Logged, type StoredEvent } from '#kernel';
import type { Batch, Entry, Format, Histories } from './projection.js';

/** What a batch is read with. */
export interface Reading {
  readonly logId: string;
  readonly formats: ReadonlyMap<string, Format>;
}

/** Where corrected streams are read. */
export type LogReader = Pick<EventStore, 'readAll' | 'readStream' | 'head'>;

/** Reads the next events as a batch, with whatever streams they correct. */
export async function batchOf(events: readonly StoredEvent[], reading: Reading, log: LogReader): Promise<Batch> {
  return { entries: events.map((stored) => entryOf(stored, reading)), histories: await historiesFor(events, log) };
}

/** An event that is decoded when somebody asks, and once. */
function entryOf(stored: StoredEvent, { logId, formats }: Reading): Entry {
  const { name: kind, id } = parseStream(stored.stream);
  const format = formats.get(kind);
  let decoded: Logged | undefined;
  const logged = (): Logged | undefined => (decoded ??= format && decodeWith(logId, format, stored));
  return { stored, kind, id, logged };
}

async function historiesFor(events: readonly StoredEvent[], log: LogReader): Promise<Histories> {
  const streams = [...new Set(events.filter(({ type }) => type === 'EntryRectified').map(({ stream }) => stream))];
  return new Map(await Promise.all(streams.map(async (stream) => [stream, await log.readStream(stream)] as const)));
}
