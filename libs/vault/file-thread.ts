import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { vaultFault, type VaultFault } from './fault.js';

const THREAD = new URL(import.meta.url.endsWith('.ts') ? './file.worker.ts' : './file.worker.js', import.meta.url);

/** A value as SQLite takes it. */
export type Value = string | number | Uint8Array | null;
/** One statement of a job. */
export interface Statement {
  readonly sql: string;
  readonly params: readonly Value[];
}
/** A row as SQLite gives it. */
export type FileRow = Readonly<Record<string, unknown>>;

type Answer = { readonly rows: readonly FileRow[] } | { readonly error: string };

interface Waiting {
  readonly resolve: (rows: readonly FileRow[]) => void;
  readonly reject: (fault: VaultFault) => void;
}

/** A small database file served by a thread of its own: neither reading nor the disk holds up the event loop. */
export class FileThread {
  #gathered: (readonly Statement[])[] = [];
  #waiting: Waiting[] = [];
  #ended: VaultFault | undefined;
  #commits = 0;

  private constructor(
    private readonly worker: Worker,
    private readonly file: string,
  ) {
    worker.on('message', (answers: readonly Answer[]) => answers.forEach((answer) => this.#answer(answer)));
    worker.on('error', (error) => this.#end(vaultFault('failed', file, error)));
    worker.on('exit', () => this.#end(vaultFault('closed', file)));
  }

  /** @param pragmas settings of the connection */
  static start(file: string, pragmas: string): FileThread {
    return new FileThread(new Worker(THREAD, { workerData: { file, pragmas }, name: 'vault-file' }), file);
  }

  /** How many groups of jobs have been sent: jobs of one turn share one commit. */
  get commits(): number {
    return this.#commits;
  }

  /**
   * Runs statements that all happen or none; durable when it resolves.
   * @returns the rows of the last one
   * @throws VaultFault when the file cannot be read or written
   */
  run(...job: readonly Statement[]): Promise<readonly FileRow[]> {
    if (this.#ended) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      if (this.#gathered.length === 0) setImmediate(() => this.#send());
      this.#gathered.push(job);
      this.#waiting.push({ resolve, reject });
    });
  }

  /** Copies the write-ahead log into the file and empties it: nothing that was overwritten is left in it. */
  async checkpoint(): Promise<void> {
    if (this.#ended) throw this.#ended;
    this.#send();
    await new Promise<readonly FileRow[]>((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#post('checkpoint');
    });
  }

  /** Waits for what is under way, then lets the file go. */
  async close(): Promise<void> {
    if (this.#ended) return;
    this.#send();
    const exit = once(this.worker, 'exit');
    this.#post('close');
    await exit;
  }

  #send(): void {
    if (this.#gathered.length === 0) return;
    const jobs = this.#gathered;
    this.#gathered = [];
    this.#commits += 1;
    this.#post({ jobs });
  }

  #post(message: unknown): void {
    this.worker.postMessage(message);
  }

  #answer(answer: Answer): void {
    const waiting = this.#waiting.shift();
    if ('rows' in answer) waiting?.resolve(answer.rows);
    else waiting?.reject(vaultFault('failed', this.file, new Error(answer.error)));
  }

  #end(fault: VaultFault): void {
    this.#ended ??= fault;
    for (const { reject } of this.#waiting.splice(0)) reject(fault);
  }
}
