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
import { hasBeside } from '../append-rules.js';
import { openMemoryStore } from '../memory/memory.store.js';
import { innerOf, outerOf } from './gapped-position.js';
import { AtLeastOnce } from './at-least-once.js';

/**
 * A store that offers no more than an EventStoreDB does, for specs of what must run on one: positions have gaps and are
 * no numbers, subscriptions deliver some events again, ids are compared only behind an explicit revision, and an append
 * knows one stream only.
 * @param inner keeps the events; an embedded store, whose positions are ordinals
 */
export function restrictedStore(inner: EventStore = openMemoryStore()): EventStore {
  return new RestrictedStore(inner);
}

const ONE_STREAM =
  'Kho này ghi mỗi lần một chuỗi sự kiện; hãy dùng kho có chốt. This store appends to one stream at a time; use a fenced store.';

class RestrictedStore implements EventStore {
  readonly #deliveries = new Set<AtLeastOnce>();

  constructor(private readonly inner: EventStore) {}

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
    beside?: Beside,
  ): Promise<AppendResult> {
    if (hasBeside(beside)) throw new StoreFault(ONE_STREAM);
    const answer = await this.inner.append(stream, expected, events);
    return answer.outcome === 'appended' ? { ...answer, position: outerOf(answer.position) } : answer;
  }

  async readStream(stream: string, fromRevision?: number, limit?: number): Promise<readonly StoredEvent[]> {
    return (await this.inner.readStream(stream, fromRevision, limit)).map(shown);
  }

  async readAll(from: Position, limit: number): Promise<readonly StoredEvent[]> {
    return (await this.inner.readAll(innerOf(from), limit)).map(shown);
  }

  subscribe(from: Position, subscriber: Subscriber): Subscription {
    const delivery = new AtLeastOnce(subscriber);
    const subscription = this.inner.subscribe(innerOf(from), {
      onEvents: (events) => delivery.deliver(events.map(shown)),
      onError: (error) => subscriber.onError?.(error),
      batchSize: subscriber.batchSize,
    });
    this.#deliveries.add(delivery);
    return {
      stop: () => {
        this.#deliveries.delete(delivery);
        delivery.halt();
        return subscription.stop();
      },
    };
  }

  async head(): Promise<Position> {
    return outerOf(await this.inner.head());
  }

  close(): Promise<void> {
    for (const delivery of this.#deliveries) delivery.halt();
    return this.inner.close();
  }
}

function shown(event: StoredEvent): StoredEvent {
  return Object.freeze({ ...event, position: outerOf(event.position) });
}
