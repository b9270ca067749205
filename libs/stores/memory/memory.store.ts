import {
  type AppendResult,
  type Beside,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type Position,
  type StoredEvent,
  StoreFault,
  type Subscriber,
  type Subscription,
} from '#kernel';
import { judge, requireAppend, type Part } from '../append-rules.js';
import { Followers } from '../follower.js';
import { ordinalOf, positionOf } from '../position.js';

/**
 * Opens a store that lives in this process only: for tests, demonstrations and generated histories.
 * @param past a beginning of what another such store holds, whole streams' beginnings and no gaps; empty unless given
 */
export function openMemoryStore(past: readonly StoredEvent[] = []): EventStore {
  return new MemoryStore(past);
}

class MemoryStore implements EventStore {
  readonly #log: StoredEvent[];
  readonly #streams: Map<string, StoredEvent[]>;
  readonly #followers = new Followers((from, limit) => this.readAll(from, limit));
  #closed = false;

  constructor(past: readonly StoredEvent[]) {
    this.#log = [...past];
    this.#streams = Map.groupBy(past, ({ stream }) => stream);
  }

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
    beside?: Beside,
  ): Promise<AppendResult> {
    this.#requireOpen();
    const append = { stream, expected, events, beside };
    requireAppend(append);
    const verdict = judge(append, {
      last: (name) => this.#streams.get(name)?.at(-1)?.revision ?? 'noStream',
      eventAt: (name, revision) => this.#streams.get(name)?.[revision],
    });
    switch (verdict.kind) {
      case 'append':
        for (const part of verdict.parts) this.#write(part);
        this.#followers.announce();
        return { outcome: 'appended', revision: lastIn(verdict.parts), position: positionOf(this.#log.length) };
      case 'repeat':
        return { outcome: 'appended', revision: verdict.revision, position: verdict.last.position };
      case 'conflict':
        return { outcome: 'conflict', failed: verdict.failed };
    }
  }

  async readStream(stream: string, fromRevision = 0, limit = Infinity): Promise<readonly StoredEvent[]> {
    this.#requireOpen();
    return (this.#streams.get(stream) ?? []).slice(fromRevision, fromRevision + limit);
  }

  async readAll(from: Position, limit: number): Promise<readonly StoredEvent[]> {
    this.#requireOpen();
    const ordinal = ordinalOf(from);
    return this.#log.slice(ordinal, ordinal + limit);
  }

  subscribe(from: Position, subscriber: Subscriber): Subscription {
    this.#requireOpen();
    return this.#followers.start(from, subscriber);
  }

  async head(): Promise<Position> {
    this.#requireOpen();
    return positionOf(this.#log.length);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#followers.halt();
  }

  #write({ stream, after, events }: Part): void {
    const standing = this.#streams.get(stream) ?? [];
    this.#streams.set(stream, standing);
    for (const [index, { eventId, type, data, metadata }] of events.entries()) {
      const [revision, position] = [after + 1 + index, positionOf(this.#log.length + 1)];
      const stored: StoredEvent = Object.freeze({ eventId, type, data, metadata, stream, revision, position });
      standing.push(stored);
      this.#log.push(stored);
    }
  }

  #requireOpen(): void {
    if (this.#closed) {
      throw new StoreFault(
        'Kho sự kiện trong bộ nhớ đã đóng; hãy mở kho mới. The in-memory event store is closed; open a new one.',
      );
    }
  }
}

/** The target comes last: the revision of its last event. */
function lastIn(parts: readonly Part[]): number {
  const target = parts.at(-1);
  return (target?.after ?? -1) + (target?.events.length ?? 0);
}
