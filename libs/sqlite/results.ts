import { types } from 'node:util';

/** Why something could not be done with a file: what the machine or SQLite reports, or what was found instead. */
export type Reason =
  | 'busy'
  | 'noMemory'
  | 'readOnly'
  | 'io'
  | 'corrupt'
  | 'full'
  | 'cannotOpen'
  | 'tooBig'
  | 'notDatabase'
  | 'foreign'
  | 'older'
  | 'newer'
  | 'otherLog'
  | 'notDurable'
  | 'other';

/** What a result of SQLite is about: a lock that another holds, the machine, the file itself, or one statement alone. */
type Subject = 'lock' | 'machine' | 'file' | 'statement';

/** SQLite's primary result codes (sqlite.org/rescode.html); one that is not here is about none of these. */
const RESULTS: ReadonlyMap<number, readonly [Reason, Subject]> = new Map([
  [5, ['busy', 'lock']],
  [6, ['busy', 'lock']],
  [7, ['noMemory', 'machine']],
  [8, ['readOnly', 'machine']],
  // Interrupted.
  [9, ['other', 'machine']],
  [10, ['io', 'machine']],
  [11, ['corrupt', 'file']],
  [13, ['full', 'machine']],
  [14, ['cannotOpen', 'machine']],
  [18, ['tooBig', 'statement']],
  // A constraint, a mismatch of types, a parameter out of range.
  [19, ['other', 'statement']],
  [20, ['other', 'statement']],
  [25, ['other', 'statement']],
  [26, ['notDatabase', 'file']],
]);

/** SQLite's primary code, when SQLite threw this. Asked by nature, not by `instanceof`: the error may be another realm's. */
const resultCode = (error: unknown): number | undefined =>
  types.isNativeError(error) && 'errcode' in error ? Number(error.errcode) & 0xff : undefined;

/** True when SQLite threw this. */
export const isOfSqlite = (error: unknown): boolean => resultCode(error) !== undefined;

/** True when SQLite threw this and its result is about one of these. */
export function concerns(error: unknown, ...subjects: readonly Subject[]): boolean {
  const [, subject] = RESULTS.get(resultCode(error) ?? 0) ?? [];
  return subject !== undefined && subjects.includes(subject);
}

/** The reason that SQLite gives; undefined when SQLite did not throw this. */
export function sqliteReason(error: unknown): Reason | undefined {
  const code = resultCode(error);
  return code === undefined ? undefined : (RESULTS.get(code)?.[0] ?? 'other');
}
