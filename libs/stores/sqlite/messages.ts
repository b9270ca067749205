import type { FailedCheck } from '#kernel';
import type { Failure } from '#sqlite';
import type { Append } from '../append-rules.js';

/** What the writer thread is started with. */
export interface WriterSetup {
  readonly file: string;
  /** Settings of its connection. */
  readonly settings: string;
  /** Pages in the write-ahead log before the thread copies them. */
  readonly checkpointPages: number;
}

/** One caller's append. */
export type AppendRequest = Append;

/** One caller's answer; ordinals are numbers until they reach the caller. */
export type Answer =
  | { readonly revision: number; readonly ordinal: number }
  | { readonly failed: readonly FailedCheck[] }
  | { readonly failure: Failure };

/** What the writer says to the appends that shared a transaction. */
export interface GroupReply {
  readonly answers: readonly Answer[];
  /** The log has new events. */
  readonly grown?: true;
  /** Nobody can know what reached the disk: the thread writes no more. */
  readonly broken?: Failure;
}
