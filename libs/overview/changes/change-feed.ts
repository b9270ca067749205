import { toGlobalId } from '#graphql';
import type { Viewer } from '#identity';
import type { Position } from '#kernel';
import type { Change } from '#views';
import type { OverviewReader } from '../reader.js';

/** Tells that a dossier the viewer may read has changed; never what changed. */
export interface InboxChange {
  /** What has been read up to: good as `minPosition`. */
  readonly position: Position;
  /** The lifecycle; undefined when so much has changed that everything should be read again. */
  readonly lifecycle?: string;
  /** The dossier's global id. */
  readonly id?: string;
}

/** As many dossiers are told one by one to a listener who is slow; beyond that, everything is to be read again. */
const MOST_PENDING = 200;

/**
 * The changes that concern one viewer, as they are committed. What changes several times before it is told is told once.
 * Who the viewer is and what may be read is asked anew for every change. Ends when the listener leaves.
 */
export class ChangeFeed implements AsyncIterableIterator<InboxChange, undefined, undefined> {
  readonly #pending = new Map<string, Change>();
  readonly #stop: () => void;
  #overflown = false;
  #ended = false;
  #wake: (() => void) | undefined;

  /** @param viewer what the listener may see now; a fault of it or of the views ends the feed */
  constructor(
    private readonly reader: OverviewReader,
    private readonly viewer: () => Promise<Viewer>,
  ) {
    this.#stop = reader.views.onChange((changes) => this.#take(changes));
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<InboxChange, undefined>> {
    try {
      while (!this.#ended) {
        const told = await this.#nextThatConcerns();
        if (told) return { done: false, value: told };
        await this.#untilSomethingHappens();
      }
      return { done: true, value: undefined };
    } catch (error) {
      return this.throw(error);
    }
  }

  return(): Promise<IteratorResult<InboxChange, undefined>> {
    this.#ended = true;
    this.#stop();
    this.#pending.clear();
    this.#wakeUp();
    return Promise.resolve({ done: true, value: undefined });
  }

  async throw(error: unknown): Promise<never> {
    await this.return();
    throw error;
  }

  #take(changes: readonly Change[]): void {
    for (const change of changes) this.#pending.set(`${change.name}-${change.id}`, change);
    if (this.#pending.size > MOST_PENDING) {
      this.#pending.clear();
      this.#overflown = true;
    }
    this.#wakeUp();
  }

  /** The next pending change that the viewer may know of; the others are dropped. */
  async #nextThatConcerns(): Promise<InboxChange | undefined> {
    if (!this.#overflown && this.#pending.size === 0) return undefined;
    const viewer = await this.viewer();
    if (this.#overflown) return this.#everything(viewer);
    for (const [key, { name, id }] of this.#pending) {
      this.#pending.delete(key);
      if (this.reader.views.get(name, id, viewer)) return this.#about(name, id);
    }
    return undefined;
  }

  #everything({ roles }: Viewer): InboxChange | undefined {
    this.#overflown = false;
    return roles.length > 0 ? { position: this.reader.views.position() } : undefined;
  }

  #about(name: string, id: string): InboxChange {
    const type = this.reader.modules.find(({ lifecycle }) => lifecycle.name === name)?.type.typeName ?? name;
    return { position: this.reader.views.position(), lifecycle: name, id: toGlobalId(type, id) };
  }

  #untilSomethingHappens(): Promise<void> {
    if (this.#ended || this.#overflown || this.#pending.size > 0) return Promise.resolve();
    return new Promise((resolve) => (this.#wake = resolve));
  }

  #wakeUp(): void {
    this.#wake?.();
    this.#wake = undefined;
  }
}
