import type { FaultReason } from './fault.js';

/** The kinds of file that a thread can serve. */
export type KindName = 'keys' | 'attempts';

/** What a file's thread is started with. */
export interface ThreadSetup {
  readonly file: string;
  readonly kind: KindName;
  /** The log that the file belongs to, or will when it is made. */
  readonly logId: string;
}

/** What a file can be asked: questions by name, their arguments and answers able to cross threads. */
export type Desk = Readonly<Record<string, (...args: never[]) => unknown>>;

/** What a thread can be asked before its file is open. Both answer with the key check that stands in the file. */
export type OpeningDesk = {
  /** Reads what stands and changes nothing. */
  look(): Uint8Array | undefined;
  /** Opens the file, made with this key check when there is none. */
  open(keyCheck: Uint8Array | undefined): Uint8Array | undefined;
};

/** One question to a desk. */
export type Request = readonly [question: string, ...args: readonly unknown[]];

/** To the thread: questions in the order they were asked, or the order to finish. */
export type ToThread = readonly Request[] | 'close';

/** The answer to one question; a fault crosses threads as its parts. */
export type Answer =
  { readonly value: unknown } | { readonly fault: { readonly reason: FaultReason; readonly message: string } };

/** From the thread: answers in the order of the questions. */
export type FromThread = readonly Answer[];
