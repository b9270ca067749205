import {
  entryIn,
  isFence,
  Recent,
  START,
  type EventStore,
  type FenceSettled,
  type Position,
  type StoredEvent,
} from '#kernel';
import { untilAnswered } from './again.js';
import { ownEvent } from './own-event.js';
import type { Entry, Final, Outcomes } from './outcomes.js';
import type { FencedParts } from './parts.js';

/** Events read at once. */
const PAGE = 500;

/** An entry is left alone for so long: who made it is most likely still at it. */
const REST_MS = 60_000;

/** So many outcomes of one fence are worth an event. */
const MANY = 50;

/** The most outcomes that one event tells. */
const MOST = 500;

/** How many fences are looked after; what is forgotten is found by whoever comes next. */
const FENCES = 1_000;

interface Waiting extends Entry {
  readonly enteredAt: string;
}

/** What a fence does not say itself yet. */
interface Untold {
  readonly waiting: readonly Waiting[];
  readonly settled: ReadonlyMap<string, Final>;
}

/**
 * Closes tries that their processes left open, and tells in a fence what became of many. Nothing depends on it: it saves the
 * next user waiting and looking up. Any number of processes may do it at once.
 */
export class Settling {
  readonly #untold = new Recent<string, Untold>(FENCES);
  #cursor: Position = START;

  constructor(
    private readonly inner: EventStore,
    private readonly outcomes: Outcomes,
    private readonly parts: FencedParts,
  ) {}

  /**
   * One pass: reads on in the log, and settles what has rested.
   * @throws StoreFault when the store fails, or a target has lost events
   */
  async pass(): Promise<void> {
    await this.#readOn();
    for (const fence of this.#untold.keys()) await this.#settle(fence);
  }

  async #readOn(): Promise<void> {
    for (;;) {
      const events = await this.inner.readAll(this.#cursor, PAGE);
      for (const event of events) if (isFence(event.stream)) this.#note(event);
      this.#cursor = events.at(-1)?.position ?? this.#cursor;
      if (events.length < PAGE) return;
    }
  }

  #note(event: StoredEvent): void {
    const { waiting, settled } = this.#untold.get(event.stream) ?? { waiting: [], settled: new Map<string, Final>() };
    const entry = entryIn(event);
    if (entry) {
      const { recordedAt = '' } = JSON.parse(event.metadata) as { recordedAt?: string };
      return this.#untold.set(event.stream, { waiting: [...waiting, { ...entry, enteredAt: recordedAt }], settled });
    }
    const { committed, aborted } = JSON.parse(event.data) as FenceSettled['data'];
    const told = new Set([...committed, ...aborted]);
    this.#keep(event.stream, {
      waiting: waiting.filter(({ attempt }) => !told.has(attempt)),
      settled: new Map([...settled].filter(([attempt]) => !told.has(attempt))),
    });
  }

  async #settle(fence: string): Promise<void> {
    const { waiting = [], settled: before = [] } = this.#untold.get(fence) ?? {};
    const settled = new Map<string, Final>(before);
    const left: Waiting[] = [];
    const rested = new Date(Date.parse(this.parts.clock.now()) - REST_MS).toISOString();
    for (const entry of waiting) {
      const outcome = entry.enteredAt <= rested ? await this.outcomes.of(entry) : 'pending';
      if (outcome === 'pending') left.push(entry);
      else settled.set(entry.attempt, outcome);
    }
    const isTold = settled.size >= MANY;
    if (isTold) await this.#tell(fence, [...settled]);
    this.#keep(fence, { waiting: left, settled: isTold ? new Map() : settled });
  }

  async #tell(fence: string, settled: readonly (readonly [string, Final])[]): Promise<void> {
    for (let start = 0; start < settled.length; start += MOST) {
      const some = settled.slice(start, start + MOST);
      const of = (wanted: Final) => some.filter(([, outcome]) => outcome === wanted).map(([attempt]) => attempt);
      await tell(this.inner, this.parts, fence, { committed: of('committed'), aborted: of('aborted') });
    }
  }

  #keep(fence: string, untold: Untold): void {
    if (untold.waiting.length + untold.settled.size === 0) this.#untold.delete(fence);
    else this.#untold.set(fence, untold);
  }
}

/** Says in a fence what became of tries. */
export async function tell(
  inner: EventStore,
  parts: FencedParts,
  fence: string,
  settled: FenceSettled['data'],
): Promise<void> {
  const about = [...settled.committed, ...settled.aborted].join(' ');
  const event = ownEvent(
    { stream: fence, event: { type: 'FenceSettled', data: settled }, about: `settled ${about}` },
    parts,
  );
  await untilAnswered(() => inner.append(fence, 'any', [event]));
}
