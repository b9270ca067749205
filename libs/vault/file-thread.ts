import { startFileThread, type FileThread as Thread } from '#sqlite';
import { asVaultFault, VaultFault, vaultFault } from './fault.js';
import type { Answer, Desk, GroupReply, Request, ThreadSetup } from './messages.js';
import { standingCheck } from './thread/open-file.js';

const MODULE = new URL('./file.worker', import.meta.url);

/**
 * Judges the key check that stands in a file.
 * @returns the one to make the file with when nothing stands there
 * @throws VaultFault when the file's secrets cannot be read
 */
export type Vouch = (standing: Uint8Array | undefined) => Uint8Array | undefined;

/** This side of the thread of one file: puts questions to its desk. */
export class FileThread<D extends Desk> {
  readonly #thread: Thread<Request, GroupReply>;

  private constructor(thread: Thread<Request, GroupReply>) {
    this.#thread = thread;
  }

  /**
   * Looks at the file without changing it, then starts its thread, which opens or makes it.
   * @throws VaultFault when the file is not this log's, or cannot be used
   */
  static async open<D extends Desk>(place: Omit<ThreadSetup, 'keyCheck'>, vouch: Vouch): Promise<FileThread<D>> {
    try {
      const { found, thread } = await start({ ...place, keyCheck: vouch(standingCheck(place)) });
      try {
        vouch(found);
      } catch (error) {
        await thread.close();
        throw error;
      }
      return new FileThread(thread);
    } catch (error) {
      throw asVaultFault(error, place.file);
    }
  }

  /**
   * Asks the file something; a change is durable when the answer comes.
   * @throws VaultFault when the file cannot be read or written, is closed, or its thread has ended
   */
  async ask<Q extends keyof D & string>(question: Q, ...args: Parameters<D[Q]>): Promise<ReturnType<D[Q]>> {
    return valueOf(await this.#thread.ask([question, ...args])) as ReturnType<D[Q]>;
  }

  /** Refuses new questions, waits for those under way, and ends the thread. */
  close(): Promise<void> {
    return this.#thread.close();
  }
}

function start(setup: ThreadSetup): ReturnType<typeof startFileThread<Uint8Array | undefined, Request, GroupReply>> {
  const { file, kind } = setup;
  return startFileThread(
    { module: MODULE, name: `vault-${kind}`, setup },
    { closed: () => vaultFault('closed', file), ended: (error) => vaultFault('ended', file, error?.message, error) },
  );
}

function valueOf(answer: Answer): unknown {
  if ('value' in answer) return answer.value;
  throw new VaultFault(answer.fault.message, answer.fault.reason);
}
