import type { Change } from '#views';
import type { Position } from '#kernel';

/** Tells that a dossier the viewer may read, or could read until now, has changed; never what changed. */
export interface InboxChange {
  /** What has been read up to: good as `minPosition`. */
  readonly position: Position;
  /** The lifecycle; undefined when so much has changed that everything should be read again. */
  readonly lifecycle?: string;
  /** The dossier's global id. */
  readonly id?: string;
}

/** What a feed is fed by. */
export interface Teller {
  /** Resolves when everything that has been committed until now is looked at: nothing is told that was for the listener only before. */
  settled(): Promise<void>;
  about(change: Change): InboxChange;
  /** Everything is to be read again. */
  everything(): InboxChange;
}

/** As many dossiers are told one by one to a listener who is slow; beyond that, everything is to be read again. */
const MOST_PENDING = 200;

/** What one listener is still to be told. What changes several times before it is told is told once. Ends when the listener leaves. */
export class ChangeFeed implements AsyncIterableIterator<InboxChange, undefined, undefined> {
  #pending: ReadonlyMap<string, Change> = new Map();
  #overflown = false;
  #fault: { readonly error: unknown } | undefined;
  #ended = false;
  #wake: (() => void) | undefined;

  /** @param onEnd told once, when nothing is to be offered any more */
  constructor(
    private readonly teller: Teller,
    private readonly onEnd: (feed: ChangeFeed) => void,
  ) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  /**
   * Adds changes to what is to be told.
   * @param changes those of one turn that concern the listener
   * @param mayKnow what is still to be told is held to what the listener may know now
   */
  offer(changes: readonly Change[], mayKnow: (change: Change) => boolean): void {
    if (this.#ended) return;
    const known = new Map([...this.#pending].filter(([, change]) => mayKnow(change)));
    for (const change of changes) addTo(known, change);
    if (known.size > MOST_PENDING) return this.overflow();
    this.#pending = known;
    if (known.size > 0) this.#wakeUp();
  }

  /** So much has changed that everything is to be read again. */
  overflow(): void {
    this.#pending = new Map();
    this.#overflown = true;
    this.#wakeUp();
  }

  /** The listener may know nothing of what was still to be told. */
  forget(): void {
    this.#pending = new Map();
    this.#overflown = false;
  }

  /** It cannot be known what may be told: the listener is told so, and the feed ends. */
  fail(error: unknown): void {
    this.#fault = { error };
    this.#wakeUp();
  }

  async next(): Promise<IteratorResult<InboxChange, undefined>> {
    for (;;) {
      await this.teller.settled();
      if (this.#ended) return { done: true, value: undefined };
      if (this.#fault) return this.throw(this.#fault.error);
      const told = this.#nextTold();
      if (told) return { done: false, value: told };
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  return(): Promise<IteratorResult<InboxChange, undefined>> {
    this.#ended = true;
    this.#pending = new Map();
    this.onEnd(this);
    this.#wakeUp();
    return Promise.resolve({ done: true, value: undefined });
  }

  async throw(error: unknown): Promise<IteratorResult<InboxChange, undefined>> {
    await this.return();
    throw error;
  }

  #nextTold(): InboxChange | undefined {
    if (this.#overflown) {
      this.#overflown = false;
      return this.teller.everything();
    }
    const [first] = this.#pending;
    if (!first) return undefined;
    const [key, change] = first;
    this.#pending = new Map([...this.#pending].filter(([each]) => each !== key));
    return this.teller.about(change);
  }

  #wakeUp(): void {
    this.#wake?.();
    this.#wake = undefined;
  }
}

/** Adds a change; of several to one dossier what counts is who could see it before the first and who can after the last. */
export function addTo(changes: Map<string, Change>, change: Change): void {
  const key = `${change.name}-${change.id}`;
  const earlier = changes.get(key);
  changes.set(key, earlier ? { ...change, before: earlier.before } : change);
}
