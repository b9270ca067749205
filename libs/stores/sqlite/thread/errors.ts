import type { WriterError } from '../messages.js';

const BUSY = 5;
/** Results that concern one statement only: too big, constraint, mismatch, range. */
const OF_ONE_STATEMENT = new Set([18, 19, 20, 25]);

/** What was thrown, in a form that crosses threads. */
export function describe(error: unknown): WriterError {
  if (!(error instanceof Error)) return { message: String(error) };
  return 'errcode' in error ? { errcode: Number(error.errcode), message: error.message } : { message: error.message };
}

/** True when another program holds the file. */
export function isBusy({ errcode }: WriterError): boolean {
  return errcode !== undefined && (errcode & 0xff) === BUSY;
}

/** True when the rest of the transaction is none the worse; so it is with whatever SQLite did not throw. */
export function isOfOneStatement({ errcode }: WriterError): boolean {
  return errcode === undefined || OF_ONE_STATEMENT.has(errcode & 0xff);
}
