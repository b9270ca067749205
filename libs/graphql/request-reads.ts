import type { Viewer } from '#identity';
import type { ReadScope } from '#kernel';

/**
 * How long what was looked up holds: for the whole answer to a request, or, on a connection that stays open, for one turn of
 * the event loop, so that nobody keeps what was withdrawn.
 */
export type Lasting = 'request' | 'turn';

interface Known {
  readonly reads: ReadScope;
  viewer?: Promise<Viewer>;
}

/** What a request looks up of the log: the viewer once, and each stream once. */
export class RequestReads {
  #known: Known | undefined;

  /**
   * @param begin begins a new scope of reads
   * @param look works out the viewer from the log
   */
  constructor(
    private readonly begin: () => ReadScope,
    private readonly look: (reads: ReadScope) => Promise<Viewer>,
    private readonly lasting: Lasting,
  ) {}

  /** Reads streams and asks questions, each once. */
  get reads(): ReadScope {
    return this.#current().reads;
  }

  /** What the subject may see. */
  viewer(): Promise<Viewer> {
    const known = this.#current();
    return (known.viewer ??= this.look(known.reads));
  }

  /** A command has been sent: whatever was looked up before may hold no longer. */
  renew(): void {
    this.#known = undefined;
  }

  #current(): Known {
    if (this.#known) return this.#known;
    const known: Known = { reads: this.begin() };
    this.#known = known;
    if (this.lasting === 'turn') setImmediate(() => this.#known === known && this.renew());
    return known;
  }
}
