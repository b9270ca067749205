import {
  type AppendResult,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type Position,
  type StoredEvent,
  StoreFault,
  type Subscriber,
  type Subscription,
} from '#kernel';
import { judge, requireEvents } from '../append-rules.js';
import { Followers } from '../follower.js';
import { ordinalOf, positionOf } from '../position.js';

/** Opens an empty store that lives in this process only: for tests, demonstrations and generated histories. */
export function openMemoryStore(): EventStore {
  return new MemoryStore();
}

class MemoryStore implements EventStore {
  readonly #log: StoredEvent[] = [];
  readonly #streams = new Map<string, StoredEvent[]>();
  readonly #followers = new Followers((from, limit) => this.readAll(from, limit));
  #closed = false;

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    this.#requireOpen();
    requireEvents(stream, events);
    const standing = this.#streams.get(stream) ?? [];
    const actual = standing.at(-1)?.revision ?? 'noStream';
    const verdict = judge(expected, actual, events, (revision) => standing[revision]);
    switch (verdict.kind) {
      case 'append':
        this.#streams.set(stream, standing);
        for (const event of events) standing.push(this.#keep(stream, standing.length, event));
        this.#followers.announce();
        return { outcome: 'appended', revision: standing.length - 1, position: positionOf(this.#log.length) };
      case 'repeat':
        return { outcome: 'appended', revision: verdict.revision, position: verdict.last.position };
      case 'conflict':
        return { outcome: 'conflict', expected, actual };
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

  #keep(stream: string, revision: number, { eventId, type, data, metadata }: EventToAppend): StoredEvent {
    const position = positionOf(this.#log.length + 1);
    const stored: StoredEvent = Object.freeze({ eventId, type, data, metadata, stream, revision, position });
    this.#log.push(stored);
    return stored;
  }

  #requireOpen(): void {
    if (this.#closed) {
      throw new StoreFault(
        'Kho sự kiện trong bộ nhớ đã đóng; hãy mở kho mới. The in-memory event store is closed; open a new one.',
      );
    }
  }
}
