import type { FaultReason } from './fault.js';

/** What a file's thread is started with. */
export interface ThreadSetup {
  readonly file: string;
  readonly kind: 'keys' | 'attempts';
  /** The log that the file belongs to, or will when it is made. */
  readonly logId: string;
  /** What a file with secrets is made with when there is none. */
  readonly keyCheck: Uint8Array | undefined;
}

/** What a file can be asked: questions by name, their arguments and answers able to cross threads. */
export type Desk = Readonly<Record<string, (...args: never[]) => unknown>>;

/** One question to a desk. */
export type Request = readonly [question: string, ...args: readonly unknown[]];

/** The answer to one question; a fault crosses threads as its parts. */
export type Answer =
  { readonly value: unknown } | { readonly fault: { readonly reason: FaultReason; readonly message: string } };

/** From the thread: answers in the order of the questions. */
export interface GroupReply {
  readonly answers: readonly Answer[];
}
