import { setImmediate as nextTurn } from 'node:timers/promises';
import { START, type EventStore, type StoredEvent } from '#kernel';

/** A log that behaves in some calls otherwise. */
export const instead = (store: EventStore, calls: Partial<EventStore>): EventStore => ({
  append: (...args) => store.append(...args),
  readStream: (...args) => store.readStream(...args),
  readAll: (...args) => store.readAll(...args),
  subscribe: (...args) => store.subscribe(...args),
  head: () => store.head(),
  close: () => store.close(),
  ...calls,
});

/** The types of the events in streams of one kind, in the order of the log, each with its stream. */
export async function toldOf(store: EventStore, name: string): Promise<readonly StoredEvent[]> {
  return (await store.readAll(START, 100_000)).filter(({ stream }) => stream.startsWith(`${name}-`));
}

/** Waits until something is so. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await nextTurn();
}
