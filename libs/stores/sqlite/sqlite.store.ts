import type {
  AppendResult,
  Beside,
  EventStore,
  EventToAppend,
  ExpectedRevision,
  Position,
  StoredEvent,
  StoreFault,
  Subscriber,
  Subscription,
} from '#kernel';
import { concerns, settings, takeOwnership, type Ownership } from '#sqlite';
import { requireAppend } from '../append-rules.js';
import { Followers } from '../follower.js';
import { asStoreFault, storeFault } from './fault.js';
import { prepareFile, settlePath } from './prepare.js';
import { openReader, type Reader } from './reader.js';
import { CHECKPOINT_PAGES } from './schema.js';
import { Writer } from './writer.js';

/** How to open the embedded store. */
export interface SqliteStoreOptions {
  /** The data file; its folder is made when missing. */
  readonly file: string;
  /** Told once when the store can write no more and the service should ask for help. */
  readonly signalFault?: (fault: StoreFault) => void;
}

/**
 * Opens the embedded store: one file, one owning process, a thread that writes with group commit.
 * @throws StoreFault when the file is owned by another process, foreign, of another layout, damaged or cannot be written
 */
export async function openSqliteStore({ file, signalFault }: SqliteStoreOptions): Promise<EventStore> {
  const path = settlePath(file);
  const ownership = own(path);
  try {
    prepareFile(path);
    const followers = new Followers(async (from, limit) => store.readAll(from, limit));
    const writer = await Writer.start(
      { file: path, settings: settings('durableLog'), checkpointPages: CHECKPOINT_PAGES },
      { onGrown: () => followers.announce(), onBroken: (fault) => signalFault?.(fault) },
    );
    const reader = await openReaderOr(path, () => writer.close());
    const store: SqliteStore = new SqliteStore(path, ownership, writer, reader, followers);
    return store;
  } catch (error) {
    ownership.release();
    throw error;
  }
}

function own(path: string): Ownership {
  try {
    return takeOwnership(path);
  } catch (error) {
    throw concerns(error, 'lock') ? storeFault('owned', path) : asStoreFault(error, path);
  }
}

async function openReaderOr(path: string, undo: () => Promise<void>): Promise<Reader> {
  try {
    return openReader(path);
  } catch (error) {
    await undo();
    throw error;
  }
}

class SqliteStore implements EventStore {
  #closing: Promise<void> | undefined;

  constructor(
    private readonly file: string,
    private readonly ownership: Ownership,
    private readonly writer: Writer,
    private readonly reader: Reader,
    private readonly followers: Followers,
  ) {}

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
    beside?: Beside,
  ): Promise<AppendResult> {
    const append = { stream, expected, events, beside };
    requireAppend(append);
    return this.writer.append(append);
  }

  async readStream(stream: string, fromRevision = 0, limit = Infinity): Promise<readonly StoredEvent[]> {
    return this.#open().stream(stream, fromRevision, limit);
  }

  async readAll(from: Position, limit: number): Promise<readonly StoredEvent[]> {
    return this.#open().after(from, limit);
  }

  subscribe(from: Position, subscriber: Subscriber): Subscription {
    this.#open();
    return this.followers.start(from, subscriber);
  }

  async head(): Promise<Position> {
    return this.#open().head();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.followers.halt();
    // The reader first: the last connection to close tidies the files, and only the writer can.
    this.reader.close();
    try {
      await this.writer.close();
    } finally {
      this.ownership.release();
    }
  }

  #open(): Reader {
    if (this.#closing) throw storeFault('closed', this.file);
    return this.reader;
  }
}
