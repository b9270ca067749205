import type { EventStore, StoredEvent } from '#kernel';
import type { Histories } from './instance.js';

/** The whole streams of those that a batch corrects: a correction reaches back before the batch. */
export async function historiesFor(events: readonly StoredEvent[], store: EventStore): Promise<Histories> {
  const streams = [...new Set(events.filter(({ type }) => type === 'EntryRectified').map(({ stream }) => stream))];
  return new Map(await Promise.all(streams.map(async (stream) => [stream, await store.readStream(stream)] as const)));
}
