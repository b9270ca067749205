import type { EventToAppend, ExpectedRevision } from '#kernel';

/** What the writer thread is started with. */
export interface WriterSetup {
  readonly file: string;
  /** Settings of its connection. */
  readonly pragmas: string;
  /** Pages in the write-ahead log before the thread copies them. */
  readonly checkpointPages: number;
}

/** One caller's append: stream, expected revision, events. */
export type AppendRequest = readonly [stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]];

/** To the writer: appends in the order they were asked for, or the order to finish. */
export type ToWriter = readonly AppendRequest[] | 'close';

/** What SQLite threw, in a form that crosses threads. */
export interface WriterError {
  readonly errcode?: number;
  readonly message: string;
}

/** One caller's answer; ordinals are numbers until they reach the caller. */
export type Answer =
  | { readonly revision: number; readonly ordinal: number }
  | { readonly actual: number | 'noStream' }
  | { readonly error: WriterError };

/** From the writer. `answers` come in the order of the requests; `grown` when the log has new events. */
export type FromWriter =
  | { readonly kind: 'ready' }
  | { readonly kind: 'notDurable'; readonly found: number }
  | { readonly kind: 'refused'; readonly error: WriterError }
  | { readonly kind: 'committed'; readonly answers: readonly Answer[]; readonly grown: boolean }
  /** The group failed as a whole; `last` when the thread writes no more. */
  | { readonly kind: 'failed'; readonly count: number; readonly error: WriterError; readonly last: boolean };
