import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { FileFault } from '../file-fault.js';
import type { Opening, Reply, ToThread } from './messages.js';

/** Which thread is started, and with what. */
export interface ThreadStart {
  /** The thread's module, which calls `serveFile`; its name without the ending. */
  readonly module: URL;
  /** Shown by debuggers. */
  readonly name: string;
  /** What its file is opened with; able to cross threads. */
  readonly setup: object;
}

/** What those are told who ask in vain, and what whoever started the thread is told. */
export interface FileThreadEvents<Answers> {
  /** The words for a file that is closed. */
  closed(): Error;
  /** The words for a thread that has ended by itself, and for what it ended with. */
  ended(error?: Error): Error;
  /** The thread has ended by itself. */
  onEnd?(fault: Error): void;
  /** A group has its answers. */
  onReply?(reply: Answers): void;
}

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: Error) => void;
}

/** Where the source runs rather than the build, Node reads the thread's modules as they are written. */
const FROM_SOURCE = import.meta.url.endsWith('.ts');
const SOURCE_HOOKS = new URL('./source-hooks.ts', import.meta.url);

/**
 * Starts a thread and waits until it has opened its file.
 * @returns the thread, and what it found
 * @throws FileFault when the file cannot be opened; Error when the thread ends instead
 */
export async function startFileThread<Found, Question, Answers extends Reply<unknown>>(
  { module, name, setup }: ThreadStart,
  events: FileThreadEvents<Answers>,
): Promise<{ readonly found: Found; readonly thread: FileThread<Question, Answers> }> {
  const worker = new Worker(new URL(`${module.href}${FROM_SOURCE ? '.ts' : '.js'}`), {
    workerData: setup,
    name,
    ...(FROM_SOURCE && { execArgv: ['--import', SOURCE_HOOKS.href] }),
  });
  const [opening] = (await once(worker, 'message')) as [Opening<Found>];
  if ('found' in opening) return { found: opening.found, thread: new FileThread(worker, events) };
  await worker.terminate();
  throw new FileFault(opening.failure.reason, opening.failure.message);
}

/** This side of a thread that owns a file: gathers the questions of one turn into one message and hands out the answers. */
export class FileThread<Question, Answers extends Reply<unknown>> {
  readonly #worker: Worker;
  readonly #events: FileThreadEvents<Answers>;
  readonly #exit: Promise<unknown>;
  #gathered: Question[] = [];
  /** Callers in the order of their questions; answers come in the same order. */
  #waiting: Waiting<Answers['answers'][number]>[] = [];
  #refusal: Error | undefined;
  #closing = false;
  #ended = false;

  constructor(worker: Worker, events: FileThreadEvents<Answers>) {
    this.#worker = worker;
    this.#events = events;
    this.#exit = new Promise((resolve) => worker.once('exit', resolve));
    worker.on('message', (answers: Answers) => this.#receive(answers));
    worker.on('error', (error) => this.#end(error));
    worker.on('exit', () => this.#end());
  }

  /**
   * Asks the file something; a change is durable when the answer comes.
   * @throws the words for a file that is closed or a thread that has ended, or those of `refuse`
   */
  ask(question: Question): Promise<Answers['answers'][number]> {
    if (this.#refusal) return Promise.reject(this.#refusal);
    return new Promise((resolve, reject) => {
      if (this.#gathered.length === 0) setImmediate(() => this.#send());
      this.#gathered.push(question);
      this.#waiting.push({ resolve, reject });
    });
  }

  /** Refuses whatever is asked from now on. */
  refuse(fault: Error): void {
    this.#refusal ??= fault;
  }

  /** Refuses new questions, waits for those under way, and ends the thread. */
  async close(): Promise<void> {
    if (!this.#closing) {
      this.#closing = true;
      this.#refusal = this.#events.closed();
      this.#send();
      this.#post('close');
    }
    await this.#exit;
  }

  #send(): void {
    if (this.#gathered.length === 0) return;
    const group = this.#gathered;
    this.#gathered = [];
    this.#post(group);
  }

  #post(message: ToThread<Question>): void {
    this.#worker.postMessage(message);
  }

  #receive(reply: Answers): void {
    const callers = this.#waiting.splice(0, reply.answers.length);
    reply.answers.forEach((answer, index) => callers[index]?.resolve(answer));
    this.#events.onReply?.(reply);
  }

  /** The thread is gone: nobody will answer those who wait. An error comes before the exit that follows from it. */
  #end(error?: Error): void {
    if (this.#ended || (this.#closing && this.#waiting.length === 0)) return;
    this.#ended = true;
    const fault = this.#events.ended(error);
    for (const { reject } of this.#waiting.splice(0)) reject(fault);
    if (this.#closing) return;
    this.refuse(fault);
    this.#events.onEnd?.(fault);
  }
}
