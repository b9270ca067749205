import { entryIn, type EventStore } from '#kernel';
import { untilAnswered } from './again.js';
import type { Passing } from './fences.js';
import { pagesOf } from './tail.js';

/**
 * Enters fences, one append each. Whether a try passes a fence follows from the fence alone, once it is entered: whoever
 * makes the same try again, at the same time or later, is told the same.
 */
export class Entries {
  constructor(protected readonly inner: EventStore) {}

  /** Enters a fence where it was looked at; false when anything was entered there since. */
  async passAlone({ stream, at, entry }: Passing): Promise<boolean> {
    const { outcome } = await untilAnswered(() => this.inner.append(stream, at, [entry]));
    return outcome === 'appended';
  }

  /** Enters a fence behind whatever is there; false when somebody passed alone since it was looked at, whatever became of that. */
  async passBesideOthers(passing: Passing): Promise<boolean> {
    await untilAnswered(() => this.inner.append(passing.stream, 'any', [passing.entry]));
    return !(await this.isCrossed(passing));
  }

  /**
   * True when an exclusive entry lies between where a fence was looked at and its own entry, or its end. An entry that was
   * made more than once counts from the first.
   */
  async isCrossed({ stream, at, entry }: Passing): Promise<boolean> {
    for await (const page of pagesOf(this.inner, stream, at)) {
      for (const event of page) {
        if (event.eventId === entry.eventId) return false;
        if (event.revision !== at && entryIn(event)?.use === 'exclusive') return true;
      }
    }
    return false;
  }
}
