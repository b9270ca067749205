import type { Json } from '../record/json.js';
import type { ActualRevision } from '../store.js';

/**
 * How a command passes a fence: *shared* beside all others that only rely on what the fence stands for; *exclusive* alone, when
 * it can make another's reliance untrue.
 */
export type FenceUse = 'exclusive' | 'shared';

/** The stream type of fences. */
export const FENCE = 'fence';

/**
 * The stream of a fence. Lower case throughout: a server may compare names without regard to it.
 * @param kind what is fenced, lower-case letters
 * @param key registered identities, joined by dots: never a name, nor a hash of one. What a caller made up is spelled in hex
 */
export const fenceStream = (kind: string, key: string): string =>
  `${FENCE}-${kind}.${PLAIN_KEY.test(key) ? key : `~${Buffer.from(key, 'utf8').toString('hex')}`}`;

/** Identities as they are given out. */
const PLAIN_KEY = /^[0-9a-z.-]{1,200}$/;

/** True when a stream is a fence. */
export const isFence = (stream: string): boolean => stream.startsWith(`${FENCE}-`);

/** A fence as it stands before anything else is read. */
export interface Looked {
  readonly stream: string;
  readonly at: ActualRevision;
  /** The last entry of somebody who passed alone: those who share the fence move `at` only. */
  readonly alone: ActualRevision;
  /** The facts that were entered and hold, oldest first. */
  readonly facts: readonly Json[];
}

/** Looks at fences: whatever was entered before and took effect is in everything that is read after the look. */
export interface FenceGate {
  /** @returns `busy` when somebody's entry is still undecided */
  look(stream: string, use: FenceUse): Promise<Looked | 'busy'>;
}
