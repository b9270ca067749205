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
import { firstDuplicate, holds, requireEvents } from '../append-rules.js';
import { Followers } from '../follower.js';
import { ordinalOf, positionOf } from '../position.js';

/** Opens an empty store that lives in this process only: for tests, demonstrations and generated histories. */
export function openMemoryStore(): EventStore {
  return new MemoryStore();
}

class MemoryStore implements EventStore {
  readonly #log: StoredEvent[] = [];
  readonly #streams = new Map<string, StoredEvent[]>();
  readonly #commands = new Map<string, StoredEvent[]>();
  readonly #eventIds = new Set<string>();
  readonly #followers = new Followers((from, limit) => this.readAll(from, limit));
  #closed = false;

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    this.#requireOpen();
    requireEvents(stream, events);
    const eventId = firstDuplicate(events, (id) => this.#eventIds.has(id));
    if (eventId !== undefined) return { outcome: 'duplicate', eventId };
    const actual = this.#streams.get(stream)?.at(-1)?.revision ?? 'noStream';
    if (!holds(expected, actual)) return { outcome: 'conflict', expected, actual };
    for (const event of events) this.#keep(stream, event);
    this.#followers.announce();
    const revision = (this.#streams.get(stream)?.length ?? 0) - 1;
    return { outcome: 'appended', revision, position: positionOf(this.#log.length) };
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

  async readCommand(commandId: string): Promise<readonly StoredEvent[]> {
    this.#requireOpen();
    return [...(this.#commands.get(commandId) ?? [])];
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

  #keep(stream: string, event: EventToAppend): void {
    const { eventId, type, data, metadata, commandId } = event;
    const revision = this.#streams.get(stream)?.length ?? 0;
    const position = positionOf(this.#log.length + 1);
    const stored: StoredEvent = Object.freeze({ eventId, type, data, metadata, commandId, stream, revision, position });
    this.#log.push(stored);
    this.#eventIds.add(eventId);
    listAt(this.#streams, stream).push(stored);
    listAt(this.#commands, event.commandId).push(stored);
  }

  #requireOpen(): void {
    if (this.#closed) {
      throw new StoreFault(
        'Kho sự kiện trong bộ nhớ đã đóng; hãy mở kho mới. The in-memory event store is closed; open a new one.',
      );
    }
  }
}

function listAt(lists: Map<string, StoredEvent[]>, key: string): StoredEvent[] {
  let list = lists.get(key);
  if (list === undefined) lists.set(key, (list = []));
  return list;
}
