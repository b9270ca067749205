import type { FenceSettled } from '../record/kernel-events.js';
import type { Json } from '../record/json.js';
import type { ActualRevision, EventStore, StoredEvent } from '../store.js';
import { Recent } from '../recent.js';
import { entryIn } from './entry.js';
import type { FenceGate, Looked } from './fence.js';

/** Events read at once. */
const PAGE = 500;

/** The part of a store that a gate reads. */
type Readable = Pick<EventStore, 'readStream'>;

/**
 * The gate of any store: its own, where it has one; else that of a store that writes streams and their fences in one step, where
 * all that was entered took effect.
 * @param capacity how many fences to remember
 */
export function gateOf(store: Readable | (Readable & FenceGate), capacity = 10_000): FenceGate {
  return 'look' in store ? store : new OneStepGate(store, capacity);
}

/** A fact, and the attempt that entered it. */
interface Told {
  readonly attempt: string;
  readonly fact: Json;
}

interface Known {
  readonly at: ActualRevision;
  readonly alone: ActualRevision;
  readonly told: readonly Told[];
}

/** Remembers what it read of each fence and reads only what came after. */
class OneStepGate implements FenceGate {
  readonly #recent: Recent<string, Known>;

  constructor(
    private readonly store: Readable,
    capacity: number,
  ) {
    this.#recent = new Recent(capacity);
  }

  async look(stream: string): Promise<Looked> {
    let known = this.#recent.get(stream) ?? { at: 'noStream', alone: 'noStream', told: [] };
    for (;;) {
      const news = await this.store.readStream(stream, known.at === 'noStream' ? 0 : known.at + 1, PAGE);
      known = news.reduce(onward, known);
      if (news.length < PAGE) break;
    }
    this.#remember(stream, known);
    return { stream, at: known.at, alone: known.alone, facts: known.told.map(({ fact }) => fact) };
  }

  #remember(stream: string, known: Known): void {
    const other = this.#recent.get(stream);
    if (known.at === 'noStream' || (other && Number(other.at) > known.at)) return;
    this.#recent.set(stream, known);
  }
}

/** What is known after one more event. A log may have come from a store where tries could fail after they were entered. */
function onward({ alone, told }: Known, event: StoredEvent): Known {
  const at = event.revision;
  const entry = entryIn(event);
  if (entry) {
    const { attempt, fact, use } = entry;
    return {
      at,
      alone: use === 'exclusive' ? at : alone,
      told: fact === undefined ? told : [...told, { attempt, fact }],
    };
  }
  if (event.type !== ('FenceSettled' satisfies FenceSettled['type'])) return { at, alone, told };
  const { aborted } = JSON.parse(event.data) as FenceSettled['data'];
  return { at, alone, told: told.filter(({ attempt }) => !aborted.includes(attempt)) };
}
