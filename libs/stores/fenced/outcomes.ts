import { attemptOf, Recent, type EventStore, type FenceEntered, type StoredEvent } from '#kernel';
import { untilAnswered } from './again.js';
import { ownEvent } from './own-event.js';
import { GRACE_MS, REMEMBERED, type FencedParts } from './parts.js';
import { requireWhole } from './tail.js';

/** An entry, as its fence keeps it. */
export type Entry = FenceEntered['data'];

/** What became of a try: final, whoever looks and whenever. */
export type Final = 'committed' | 'aborted';

/** What became of a try, or that it is still open. */
export type Outcome = Final | 'pending';

/**
 * What became of the tries that were entered in fences. The event that stands in the target, where the try's first one was to
 * stand, decides: the try's own, or another for ever.
 */
export class Outcomes {
  readonly #known: Recent<string, Final>;
  /** When a try was first seen open, by `elapsed`. */
  readonly #seen: Recent<string, number>;

  constructor(
    protected readonly inner: EventStore,
    protected readonly parts: FencedParts,
  ) {
    this.#known = new Recent(parts.remembered ?? REMEMBERED);
    this.#seen = new Recent(parts.remembered ?? REMEMBERED);
  }

  /** Remembers an outcome that was told. */
  learn<O extends Final>(attempt: string, outcome: O): O {
    this.#known.set(attempt, outcome);
    this.#seen.delete(attempt);
    return outcome;
  }

  /**
   * The outcome of a try; one that stays open beyond the grace is closed here: whatever its process still sends comes too late.
   * @throws StoreFault when its target has lost events, or the store fails
   */
  async of(entry: Entry): Promise<Outcome> {
    const known = this.#known.get(entry.attempt);
    if (known) return known;
    const { before, standing } = await this.#around(entry);
    if (standing) return this.learn(entry.attempt, attemptOf(standing) === entry.attempt ? 'committed' : 'aborted');
    const since = this.#seen.get(entry.attempt) ?? this.parts.elapsed();
    this.#seen.set(entry.attempt, since);
    const isOver = this.parts.elapsed() - since >= (this.parts.graceMs ?? GRACE_MS);
    return isOver ? this.giveUp(entry, before) : 'pending';
  }

  /** Puts an event of our own where the try's first one was to stand, unless it came. */
  protected async giveUp(entry: Entry, before: StoredEvent | undefined): Promise<Outcome> {
    const { target: stream, at, attempt } = entry;
    const { recordedAt } = JSON.parse(before?.metadata ?? '{}') as { recordedAt?: string };
    const event = ownEvent(
      {
        stream,
        event: { type: 'AttemptVoided', data: { attempt } },
        about: attempt,
        ...(recordedAt !== undefined && { notBefore: recordedAt }),
      },
      this.parts,
    );
    const expected = at === 0 ? 'noStream' : at - 1;
    const { outcome } = await untilAnswered(() => this.inner.append(stream, expected, [event]));
    return outcome === 'appended' ? this.learn(attempt, 'aborted') : this.of(entry);
  }

  /** The target's event before the entry's place, and the one at it. */
  async #around({ target, at }: Entry): Promise<{ before?: StoredEvent; standing?: StoredEvent }> {
    const from = Math.max(at - 1, 0);
    const found = await this.inner.readStream(target, from, 2);
    requireWhole(target, from, found[0], at > 0);
    const [before, standing] = at > 0 ? found : [undefined, found[0]];
    return { ...(before && { before }), ...(standing && { standing }) };
  }
}
