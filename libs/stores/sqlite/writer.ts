import type { AppendResult, StoreFault } from '#kernel';
import { startFileThread, type FileThread } from '#sqlite';
import { positionOf } from '../position.js';
import { asStoreFault, storeFault } from './fault.js';
import type { Answer, AppendRequest, GroupReply, WriterSetup } from './messages.js';

const MODULE = new URL('./writer.worker', import.meta.url);

/** What the writer tells its store. */
export interface WriterEvents {
  /** A group with new events is durable. */
  onGrown(): void;
  /** Told once: the writer writes no more until the file is opened again. */
  onBroken(fault: StoreFault): void;
}

/** This side of the writer thread: what is appended in one turn shares a transaction. */
export class Writer {
  #broken = false;

  private constructor(
    private readonly thread: FileThread<AppendRequest, GroupReply>,
    private readonly file: string,
    private readonly events: WriterEvents,
  ) {}

  /**
   * Starts the thread and waits until it has made its first durable write.
   * @throws StoreFault when the file cannot be opened or written, or its writes are not durable
   */
  static async start(setup: WriterSetup, events: WriterEvents): Promise<Writer> {
    const { file } = setup;
    try {
      const { thread } = await startFileThread<undefined, AppendRequest, GroupReply>(
        { module: MODULE, name: 'event-store-writer', setup },
        {
          closed: () => storeFault('closed', file),
          ended: (error) => (error ? asStoreFault(error, file) : storeFault('closed', file)),
          onEnd: (fault) => writer.#break(asStoreFault(fault, file)),
          onReply: (reply) => writer.#note(reply),
        },
      );
      const writer: Writer = new Writer(thread, file, events);
      return writer;
    } catch (error) {
      throw asStoreFault(error, file);
    }
  }

  /** Queues an append; answers when the group it travels in is durable. */
  async append(request: AppendRequest): Promise<AppendResult> {
    return this.#resultOf(await this.thread.ask(request));
  }

  /** Refuses new appends, waits for those under way, and ends the thread. */
  close(): Promise<void> {
    return this.thread.close();
  }

  #resultOf(answer: Answer): AppendResult {
    if ('failure' in answer) throw storeFault(answer.failure.reason, this.file, answer.failure.message);
    if ('failed' in answer) return { outcome: 'conflict', failed: answer.failed };
    return { outcome: 'appended', revision: answer.revision, position: positionOf(answer.ordinal) };
  }

  #note({ grown, broken }: GroupReply): void {
    if (grown) this.events.onGrown();
    if (!broken) return;
    this.thread.refuse(storeFault('stopped', this.file, broken.message));
    this.#break(storeFault(broken.reason, this.file, broken.message));
  }

  #break(cause: StoreFault): void {
    if (this.#broken) return;
    this.#broken = true;
    this.events.onBroken(cause);
  }
}
