import type { EventStore, FenceGate, FenceUse } from '#kernel';

/** A store some of whose calls go another way first; fences are looked at where the store looks at them. */
export const instead = (store: EventStore | (EventStore & FenceGate), calls: Partial<EventStore>): EventStore => ({
  append: (...args) => store.append(...args),
  readStream: (...args) => store.readStream(...args),
  readAll: (...args) => store.readAll(...args),
  subscribe: (...args) => store.subscribe(...args),
  head: () => store.head(),
  close: () => store.close(),
  ...('look' in store && { look: (stream: string, use: FenceUse) => store.look(stream, use) }),
  ...calls,
});
