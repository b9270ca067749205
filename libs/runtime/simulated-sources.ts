import { createHash } from 'node:crypto';
import type { Clock, Randomness } from '#kernel';

/** A clock that moves only when it is told to: the same telling gives the same times. */
export class SimulatedClock implements Clock {
  private instant: number;

  /** @param start RFC 3339 */
  constructor(start: string) {
    this.instant = Date.parse(start);
  }

  now(): string {
    return new Date(this.instant).toISOString();
  }

  /** Moves on by so many milliseconds. */
  tick(milliseconds: number): void {
    this.instant += milliseconds;
  }

  /**
   * Moves on to an instant.
   * @throws RangeError when it lies in the past: recorded time never runs backwards
   */
  moveTo(instant: string): void {
    const to = Date.parse(instant);
    if (Number.isNaN(to) || to < this.instant)
      throw new RangeError(`The simulated clock stands at ${this.now()} and cannot go to ${instant}`);
    this.instant = to;
  }
}

/**
 * A clock that keeps another one's pace from an instant on.
 * @param start RFC 3339: what it shows now
 */
export function clockFrom(start: string, pace: Clock): Clock {
  const ahead = Date.parse(start) - Date.parse(pace.now());
  return { now: () => new Date(Date.parse(pace.now()) + ahead).toISOString() };
}

/** Bytes that follow from a seed. For demonstrations and tests: never with real persons' data. */
export function seededRandomness(seed: string): Randomness {
  let counter = 0;
  const block = (): Buffer =>
    createHash('sha256')
      .update(`${seed}\n${(counter += 1)}`)
      .digest();
  return {
    bytes: (length) => {
      const blocks: Buffer[] = [];
      for (let have = 0; have < length; have += 32) blocks.push(block());
      return Buffer.concat(blocks).subarray(0, length);
    },
  };
}
