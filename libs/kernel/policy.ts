import type { Period } from './dates.js';
import type { StreamReader } from './read-scope.js';

/** A campaign's tunable rules under their content hash. */
export interface PolicyVersion<P = unknown> {
  /** SHA-256 of the content's canonical JSON. */
  readonly hash: string;
  readonly content: P;
  /** The campaign's period. */
  readonly period: Period;
}

/** Where policies come from: the campaign's own stream, read by the reader that is given. */
export interface PolicySource<P = unknown> {
  /** The policy in force for new instances of the campaign; undefined when the campaign has none. */
  current(campaign: string, streams: StreamReader): Promise<PolicyVersion<P> | undefined>;
  /** A policy that an instance pinned earlier. */
  pinned(campaign: string, hash: string, streams: StreamReader): Promise<PolicyVersion<P> | undefined>;
}
