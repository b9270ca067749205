import type { DatabaseSync } from 'node:sqlite';
import { FileFault } from './file-fault.js';

/** What a file is known by, in the header of the database itself. */
export interface Marks {
  /** Which program's file it is, and which kind of it: another's is never written to. */
  readonly applicationId: number;
  /** The layout that this version reads and writes, and no other. */
  readonly layoutVersion: number;
}

/**
 * Says whether a database is of a kind, or still nothing.
 * @returns false for a database in which nothing has been made
 * @throws FileFault when it is another program's, of another kind or of another layout
 */
export function checkMarks(database: DatabaseSync, { applicationId, layoutVersion }: Marks): boolean {
  const application = pragma(database, 'application_id');
  if (application === 0 && isEmpty(database)) return false;
  if (application !== applicationId) throw new FileFault('foreign', `application_id ${application}`);
  const version = pragma(database, 'user_version');
  if (version === layoutVersion) return true;
  throw new FileFault(version > layoutVersion ? 'newer' : 'older', `user_version ${version}`);
}

/** The statements that mark a file. */
export const setMarks = ({ applicationId, layoutVersion }: Marks): string =>
  `PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${layoutVersion}`;

/** True for a database in which nothing has been made. */
export const isEmpty = (database: DatabaseSync): boolean =>
  database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.n === 0;

const pragma = (database: DatabaseSync, name: 'application_id' | 'user_version'): number =>
  Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
