import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { asVaultFault, VaultFault, vaultFault } from './fault.js';
import type { Answer, Desk, FromThread, OpeningDesk, Request, ThreadSetup, ToThread } from './messages.js';

/** The thread's file beside this one: the build's, or the source itself where the source runs. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './file.worker.ts' : './file.worker.js', import.meta.url);

/**
 * Judges the key check that stands in a file.
 * @returns the one to make the file with when nothing stands there
 * @throws VaultFault when the file's secrets cannot be read
 */
export type Vouch = (standing: Uint8Array | undefined) => Uint8Array | undefined;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (fault: VaultFault) => void;
}

/** This side of the thread of one file: gathers the questions of one turn into one message and hands out the answers. */
export class FileThread<D extends Desk> {
  readonly #thread: Worker;
  readonly #file: string;
  #gathered: Request[] = [];
  /** Callers in the order of their questions; answers come in the same order. */
  #waiting: Waiting[] = [];
  #refusal: VaultFault | undefined;

  private constructor(setup: ThreadSetup) {
    this.#file = setup.file;
    this.#thread = new Worker(THREAD, { workerData: setup, name: `vault-${setup.kind}` });
    this.#thread.on('message', (answers: FromThread) => this.#receive(answers));
    this.#thread.on('error', (error) => this.#end(vaultFault('ended', setup.file, error.message, error)));
    this.#thread.on('exit', () => this.#end(vaultFault('ended', setup.file)));
  }

  /**
   * Starts the thread, looks at the file without changing it, and opens or makes it.
   * @throws VaultFault when the file is not this log's, or cannot be used
   */
  static async open<D extends Desk>(setup: ThreadSetup, vouch: Vouch): Promise<FileThread<D>> {
    const opening = new FileThread<OpeningDesk>(setup);
    try {
      const keyCheck = vouch(await opening.ask('look'));
      vouch(await opening.ask('open', keyCheck));
      return opening as unknown as FileThread<D>;
    } catch (error) {
      await opening.close();
      throw asVaultFault(error, setup.file);
    }
  }

  /**
   * Asks the file something; a change is durable when the answer comes.
   * @throws VaultFault when the file cannot be read or written, is closed, or its thread has ended
   */
  ask<Q extends keyof D & string>(question: Q, ...args: Parameters<D[Q]>): Promise<ReturnType<D[Q]>> {
    if (this.#refusal) return Promise.reject(this.#refusal);
    return new Promise((resolve, reject) => {
      if (this.#gathered.length === 0) setImmediate(() => this.#send());
      this.#gathered.push([question, ...args]);
      this.#waiting.push({ resolve: (value) => resolve(value as ReturnType<D[Q]>), reject });
    });
  }

  /** Refuses new questions, waits for those under way, and ends the thread. */
  async close(): Promise<void> {
    if (this.#refusal) return;
    this.#refusal = vaultFault('closed', this.#file);
    this.#send();
    const exit = once(this.#thread, 'exit');
    this.#post('close');
    await exit;
  }

  #send(): void {
    if (this.#gathered.length === 0) return;
    const group = this.#gathered;
    this.#gathered = [];
    this.#post(group);
  }

  #post(message: ToThread): void {
    this.#thread.postMessage(message);
  }

  #receive(answers: FromThread): void {
    const callers = this.#waiting.splice(0, answers.length);
    answers.forEach((answer, index) => settle(callers[index], answer));
  }

  /** The thread is gone: nobody will answer those who wait. */
  #end(fault: VaultFault): void {
    this.#refusal ??= fault;
    for (const { reject } of this.#waiting.splice(0)) reject(fault);
  }
}

function settle(caller: Waiting | undefined, answer: Answer): void {
  if ('value' in answer) caller?.resolve(answer.value);
  else caller?.reject(new VaultFault(answer.fault.message, answer.fault.reason));
}
