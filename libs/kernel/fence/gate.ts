import type { Json } from '../record/json.js';
import type { EventStore } from '../store.js';
import { entryIn } from './entry.js';
import type { FenceGate, Looked } from './fence.js';

/** How many fences are remembered: of the others everything is read again. */
const MOST_KNOWN = 10_000;

/** The gate of a store that writes a stream and its fences in one step: whatever was entered took effect. */
export function gateOf(store: Pick<EventStore, 'readStream'>): FenceGate {
  const known = new Map<string, Looked>();
  return {
    async look(stream) {
      const before = known.get(stream) ?? { stream, at: 'noStream', facts: [] };
      const news = await store.readStream(stream, before.at === 'noStream' ? 0 : before.at + 1);
      const facts = news.map((stored): Json | undefined => entryIn(stored)?.fact).filter((it) => it !== undefined);
      const now = { stream, at: news.at(-1)?.revision ?? before.at, facts: [...before.facts, ...facts] };
      known.delete(stream);
      known.set(stream, now);
      const oldest = known.keys().next();
      if (known.size > MOST_KNOWN && !oldest.done) known.delete(oldest.value);
      return now;
    },
  };
}
