/** An opaque cursor into the whole log. Later events have greater positions when compared as strings. */
export type Position = string;

/** The position before the first event. */
export const START: Position = '';

/** What the writer believes about a stream: its last revision (from 0), that there is none, or nothing at all. */
export type ExpectedRevision = number | 'noStream' | 'any';

/** An event on its way into a store. `data` and `metadata` are canonical JSON texts; metadata is a flat string-to-string map. */
export interface EventToAppend {
  /** Follows from stream, command and index. A store may, but need not, refuse an id that it has seen. */
  readonly eventId: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/** An event as a store returns it. */
export interface StoredEvent extends EventToAppend {
  readonly stream: string;
  /** From 0, without gaps within the stream. */
  readonly revision: number;
  readonly position: Position;
}

/** The revision that was found: a number, or that there is no such stream. */
export type ActualRevision = number | 'noStream';

/** A stream that must stand at a revision. */
export interface StreamCheck {
  readonly stream: string;
  /** Its last revision, or that there is none: never `any`. */
  readonly at: ActualRevision;
}

/** A stream that is written at a revision. */
export interface StreamWrite extends StreamCheck {
  readonly events: readonly EventToAppend[];
}

/** What happens in the same step as an append, or the append does not happen. */
export interface Beside {
  /** Not written. A store without transactions over streams keeps them on fences only: see `isFence`. */
  readonly checks?: readonly StreamCheck[];
  readonly writes?: readonly StreamWrite[];
}

/** A stream that did not stand where it was believed to. */
export interface FailedCheck {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly actual: ActualRevision;
}

/** How an append ended. Conflicts are values: they are expected in daily work. All that failed is named. */
export type AppendResult =
  | { readonly outcome: 'appended'; readonly revision: number; readonly position: Position }
  | { readonly outcome: 'conflict'; readonly failed: readonly FailedCheck[] };

/** A running subscription. */
export interface Subscription {
  /** Stops delivery; resolves when no handler is running any more. */
  stop(): Promise<void>;
}

/** How a subscriber is told. */
export interface Subscriber {
  /** Events in log order, at least once: after a broken connection some may come again. The next batch comes when this one is done. */
  onEvents(events: readonly StoredEvent[]): void | Promise<void>;
  /** The handler threw or the store failed: the subscription has ended. */
  onError?(error: Error): void;
  /** Most events in one batch; 500 unless given. */
  readonly batchSize?: number;
}

/**
 * The log: six calls, each of which an EventStoreDB keeps as exactly as the embedded store. No index by command, no uniqueness
 * over the whole log, no contiguous positions. One contract suite holds every adapter to the same behaviour.
 */
export interface EventStore {
  /**
   * Appends all events or none, durably, and answers once they are durable.
   *
   * The same append again (the same explicit revision, the same event ids in the same order, and they stand right there) is
   * answered as the first time. At the present revision ids are not compared: whoever decides anew looks for the command first.
   *
   * A repeat of what was appended is answered as the first time, whatever the streams beside it did since.
   * @param expected checked against the stream in the same transaction; a revision or `noStream` where there is anything beside
   * @param beside other streams that are checked or written in the same step; each stream is named once
   * @throws StoreFault when the store cannot write (disk full, locked, closed, corrupt); RangeError for an append without events, with one
   * id twice, one stream twice or `any` beside others
   */
  append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
    beside?: Beside,
  ): Promise<AppendResult>;
  /** The events of one stream from `fromRevision` (0 unless given), oldest first, at most `limit`. Empty when there is none. */
  readStream(stream: string, fromRevision?: number, limit?: number): Promise<readonly StoredEvent[]>;
  /** At most `limit` events of the whole log after `from`, in commit order. */
  readAll(from: Position, limit: number): Promise<readonly StoredEvent[]>;
  /** Catches up from `from` and then follows; nothing is left out at the seam. */
  subscribe(from: Position, subscriber: Subscriber): Subscription;
  /** The position of the last event; `START` when the log is empty. */
  head(): Promise<Position>;
  /** Waits for the writes under way, then lets the files go. */
  close(): Promise<void>;
}

/** The store itself failed; the caller's data is as it was. The message says what and where, for an operator. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
}
