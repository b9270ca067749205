import {
  type AppendResult,
  type Beside,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type FenceGate,
  type FenceUse,
  type Looked,
  type Position,
  type StoredEvent,
  StoreFault,
  type Subscriber,
  type Subscription,
} from '#kernel';
import { hasBeside, requireAppend, type Append } from '../append-rules.js';
import { untilAnswered } from './again.js';
import { Entries } from './entries.js';
import { fencesOf, type Fences, type Passing } from './fences.js';
import { Looking } from './looking.js';
import { Outcomes } from './outcomes.js';
import { REMEMBERED, type FencedParts } from './parts.js';
import { Settling, tell } from './settling.js';
import { failedChecks, lookedAt } from './target.js';

/** A store that keeps fences beside an append though it appends to one stream at a time. */
export interface FencedStore extends EventStore, FenceGate {
  /**
   * Tidies: closes tries that their processes left open for more than a minute, and tells in long fences what became of theirs.
   * To be called now and then; nothing depends on it.
   * @throws StoreFault when the store fails
   */
  settle(): Promise<void>;
}

/** The steps that the protocol is made of. */
export interface Steps {
  readonly entries: Entries;
  readonly outcomes: Outcomes;
}

/**
 * Keeps fences over a store of single-stream appends. A try is entered in its fences first; its append to the target, at the
 * revision that was read, is the one step that decides. A try that stays open is closed by the next user, after a grace, by an
 * event of our own at that place in the target. Nobody waits while entered anywhere.
 * @param inner appends to one stream at a time; reads see what was appended before, whoever did
 * @param steps other ones are for specifications of what each is needed for
 */
export function fencedStore(inner: EventStore, parts: FencedParts, steps: Partial<Steps> = {}): FencedStore {
  return new OverOneStream(inner, parts, {
    entries: steps.entries ?? new Entries(inner),
    outcomes: steps.outcomes ?? new Outcomes(inner, parts),
  });
}

class OverOneStream implements FencedStore {
  readonly #looking: Looking;
  readonly #settling: Settling;

  constructor(
    private readonly inner: EventStore,
    private readonly parts: FencedParts,
    private readonly steps: Steps,
  ) {
    this.#looking = new Looking(inner, steps.outcomes, parts.remembered ?? REMEMBERED);
    this.#settling = new Settling(inner, steps.outcomes, parts);
  }

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
    beside?: Beside,
  ): Promise<AppendResult> {
    const append = { stream, expected, events, beside };
    requireAppend(append);
    if (!hasBeside(beside)) return this.inner.append(stream, expected, events);
    const fences = fencesOf(append);
    const found = await lookedAt(this.inner, append);
    if (found === 'elsewhere') return this.#conflict(append, fences);
    return found === 'here' ? this.#try(append, fences) : found;
  }

  look(stream: string, use: FenceUse): Promise<Looked | 'busy'> {
    return this.#looking.look(stream, use);
  }

  settle(): Promise<void> {
    return this.#settling.pass();
  }

  readStream(stream: string, fromRevision?: number, limit?: number): Promise<readonly StoredEvent[]> {
    return this.inner.readStream(stream, fromRevision, limit);
  }

  readAll(from: Position, limit: number): Promise<readonly StoredEvent[]> {
    return this.inner.readAll(from, limit);
  }

  subscribe(from: Position, subscriber: Subscriber): Subscription {
    return this.inner.subscribe(from, subscriber);
  }

  head(): Promise<Position> {
    return this.inner.head();
  }

  close(): Promise<void> {
    return this.inner.close();
  }

  async #try(append: Append, fences: Fences): Promise<AppendResult> {
    if (!(await this.#enterAll(fences))) return this.#conflict(append, fences);
    const { stream, expected, events } = append;
    const answer = await untilAnswered(() => this.inner.append(stream, expected, events));
    return answer.outcome === 'appended' ? answer : this.#conflict(append, fences);
  }

  /** Enters one fence after the other; false when one cannot be passed, and then the try is given up everywhere. */
  async #enterAll({ attempt, exclusive, shared }: Fences): Promise<boolean> {
    const { entries } = this.steps;
    const entered: Passing[] = [];
    for (const each of exclusive) {
      if (!(await entries.passAlone(each))) return this.#giveUp(attempt, entered);
      entered.push(each);
    }
    for (const each of shared) {
      entered.push(each);
      if (!(await entries.passBesideOthers(each))) return this.#giveUp(attempt, entered);
    }
    return true;
  }

  /**
   * The target has not been written, and never will be by this try: only its own process may say so without a look at the target.
   * @returns false
   */
  async #giveUp(attempt: string, entered: readonly Passing[]): Promise<false> {
    this.steps.outcomes.learn(attempt, 'aborted');
    for (const { stream } of entered) {
      try {
        await tell(this.inner, this.parts, stream, { committed: [], aborted: [attempt] });
      } catch (error) {
        // Whoever comes next finds the try open, waits for the grace and closes it.
        if (!(error instanceof StoreFault)) throw error;
      }
    }
    return false;
  }

  async #conflict(append: Append, fences: Fences): Promise<AppendResult> {
    return { outcome: 'conflict', failed: await failedChecks(this.inner, append, fences, this.steps.entries) };
  }
}
