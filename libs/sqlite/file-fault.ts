import { types } from 'node:util';
import { sqliteReason, type Reason } from './results.js';

/** Why a file cannot be used, in a form that crosses threads. */
export interface Failure {
  readonly reason: Reason;
  /** The words of SQLite or of the operating system, or what was found instead. */
  readonly message: string;
}

/** A file is not what it should be, or its thread could not open it. Whoever wanted it says so to the operator in their own words. */
export class FileFault extends Error {
  override readonly name = 'FileFault';
  readonly reason: Reason;

  constructor(reason: Reason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Error codes of the operating system. */
const OF_THE_SYSTEM: ReadonlyMap<unknown, Reason> = new Map([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EFBIG', 'full'],
  ['EACCES', 'readOnly'],
  ['EPERM', 'readOnly'],
  ['EROFS', 'readOnly'],
  ['ENOTDIR', 'cannotOpen'],
  ['EEXIST', 'cannotOpen'],
  ['ENOENT', 'cannotOpen'],
  ['EIO', 'io'],
]);

/** The reason behind whatever this room, `node:sqlite` or the file system threw. */
export function reasonOf(error: unknown): Reason {
  if (error instanceof FileFault) return error.reason;
  if (!types.isNativeError(error)) return 'other';
  return sqliteReason(error) ?? ('code' in error ? OF_THE_SYSTEM.get(error.code) : undefined) ?? 'other';
}

/** What was thrown, with its reason. */
export const failureOf = (error: unknown): Failure => ({
  reason: reasonOf(error),
  message: types.isNativeError(error) ? error.message : String(error),
});
