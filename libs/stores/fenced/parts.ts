import type { Clock, Randomness } from '#kernel';

/** What a fenced store needs of its surroundings. */
export interface FencedParts {
  /** Dates what the store itself writes; nothing is decided by it. */
  readonly clock: Clock;
  readonly random: Randomness;
  /** Milliseconds since any moment, by a clock that never goes back: only differences within this process are looked at. */
  elapsed(): number;
  /** For how many milliseconds a try whose outcome is not known is waited for, from when this process first saw it; 3,000 unless given. */
  readonly graceMs?: number;
  /** How many outcomes and how many fences to remember; 10,000 each unless given. */
  readonly remembered?: number;
}

/** The grace where none is given. */
export const GRACE_MS = 3_000;

/** What is remembered where nothing is said. */
export const REMEMBERED = 10_000;
