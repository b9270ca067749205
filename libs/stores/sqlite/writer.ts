import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { AppendResult, EventToAppend, ExpectedRevision, StoreFault } from '#kernel';
import { positionOf } from '../position.js';
import { asStoreFault, reasonOf, storeFault } from './fault.js';
import type { Answer, AppendRequest, FromWriter, ToWriter, WriterSetup } from './messages.js';

/** The thread's file beside this one: the build's, or the source itself where the source runs. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './writer.worker.ts' : './writer.worker.js', import.meta.url);

/** What the writer tells its store. */
export interface WriterEvents {
  /** A group with new events is durable. */
  onGrown(): void;
  /** The writer writes no more until the file is opened again. */
  onBroken(fault: StoreFault): void;
}

interface Waiting {
  readonly expected: ExpectedRevision;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (fault: StoreFault) => void;
}

/** This side of the writer thread: gathers the appends of one turn into one message and hands out the answers. */
export class Writer {
  #gathered: AppendRequest[] = [];
  /** Callers in the order of their requests; answers come in the same order. */
  #waiting: Waiting[] = [];
  #refusal: StoreFault | undefined;
  #closed = false;

  private constructor(
    private readonly thread: Worker,
    private readonly file: string,
    private readonly events: WriterEvents,
  ) {
    thread.on('message', (message: FromWriter) => this.#receive(message));
    thread.on('error', (error) => this.#break(asStoreFault(error, file)));
    thread.on('exit', () => this.#break(storeFault('closed', file)));
  }

  /**
   * Starts the thread and waits until it has made its first durable write.
   * @throws StoreFault when the file cannot be opened or written, or its writes are not durable
   */
  static async start(setup: WriterSetup, events: WriterEvents): Promise<Writer> {
    const thread = new Worker(THREAD, { workerData: setup, name: 'event-store-writer' });
    const [first] = (await once(thread, 'message').catch((error: unknown) => {
      throw asStoreFault(error, setup.file);
    })) as [FromWriter];
    if (first.kind === 'ready') return new Writer(thread, setup.file, events);
    await thread.terminate();
    if (first.kind === 'refused') throw storeFault(reasonOf(first.error.errcode), setup.file, first.error.message);
    throw storeFault('notDurable', setup.file, JSON.stringify(first));
  }

  /** Queues an append; answers when the group it travels in is durable. */
  append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    if (this.#closed) return Promise.reject(storeFault('closed', this.file));
    if (this.#refusal) return Promise.reject(this.#refusal);
    return new Promise((resolve, reject) => {
      if (this.#gathered.length === 0) setImmediate(() => this.#send());
      this.#gathered.push([stream, expected, events]);
      this.#waiting.push({ expected, resolve, reject });
    });
  }

  /** Refuses new appends, waits for those under way, and ends the thread. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#send();
    const exit = once(this.thread, 'exit');
    this.#post('close');
    await exit;
  }

  #send(): void {
    if (this.#gathered.length === 0) return;
    const group = this.#gathered;
    this.#gathered = [];
    this.#post(group);
  }

  #post(message: ToWriter): void {
    this.thread.postMessage(message);
  }

  #receive(message: FromWriter): void {
    switch (message.kind) {
      case 'committed':
        this.#answer(message.answers);
        if (message.grown) this.events.onGrown();
        return;
      case 'failed': {
        const { errcode, message: detail } = message.error;
        const fault = storeFault(reasonOf(errcode), this.file, detail);
        for (const caller of this.#waiting.splice(0, message.count)) caller.reject(fault);
        if (message.last) this.#refuse(fault, storeFault('stopped', this.file, detail));
        return;
      }
      case 'ready':
      case 'refused':
      case 'notDurable':
        return;
      default: {
        const unknown: never = message;
        throw new Error(`Unknown message of the writer: ${JSON.stringify(unknown)}`);
      }
    }
  }

  #answer(answers: readonly Answer[]): void {
    const callers = this.#waiting.splice(0, answers.length);
    answers.forEach((answer, index) => {
      const caller = callers[index];
      if (caller) this.#settle(caller, answer);
    });
  }

  #settle({ expected, resolve, reject }: Waiting, answer: Answer): void {
    if ('ordinal' in answer) {
      resolve({ outcome: 'appended', revision: answer.revision, position: positionOf(answer.ordinal) });
    } else if ('actual' in answer) {
      resolve({ outcome: 'conflict', expected, actual: answer.actual });
    } else {
      reject(storeFault(reasonOf(answer.error.errcode), this.file, answer.error.message));
    }
  }

  /** The thread is gone: nobody will answer those who wait. */
  #break(fault: StoreFault): void {
    for (const caller of this.#waiting.splice(0)) caller.reject(fault);
    if (!this.#closed) this.#refuse(fault, fault);
  }

  #refuse(cause: StoreFault, refusal: StoreFault): void {
    if (this.#refusal) return;
    this.#refusal = refusal;
    this.events.onBroken(cause);
  }
}
