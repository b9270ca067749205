import type { DatabaseSync } from 'node:sqlite';
import { checkSideFile, look, openSideFile, type SideFileKind } from '#sqlite';
import type { ThreadSetup } from '../messages.js';
import { attempts } from './attempts.js';
import type { FileKind } from './kind.js';
import { keys } from './keys.js';

/** The kinds of file, by name. */
export const KINDS: Readonly<Record<ThreadSetup['kind'], FileKind>> = { keys, attempts };

/** The layout that this version reads and writes, and no other. */
const LAYOUT_VERSION = 4;

/** Opens under the right master key only; a file without secrets has none. */
const KEY_CHECK = 'CREATE TABLE key_check (id INTEGER PRIMARY KEY CHECK (id = 1), wrapped BLOB NOT NULL) STRICT';

/**
 * Reads whose file it is and changes nothing.
 * @returns its key check; undefined when it has none or there is nothing yet
 * @throws FileFault when it is another program's, of another layout or another log's
 */
export function standingCheck({ file, kind, logId }: Omit<ThreadSetup, 'keyCheck'>): Uint8Array | undefined {
  return look(file, (database) => (checkSideFile(database, sideFile(kind), logId) ? keyCheckIn(database) : undefined));
}

/**
 * Opens a file that was looked at before, made when there is nothing yet.
 * @returns the key check that stands in it: another process may have made the file meanwhile
 * @throws FileFault when it has become another's, or writes are not durable
 */
export function openFile({ file, kind, logId, keyCheck }: ThreadSetup): {
  readonly database: DatabaseSync;
  readonly keyCheck: Uint8Array | undefined;
} {
  const database = openSideFile(file, sideFile(kind), logId, (made) => {
    if (keyCheck) made.prepare('INSERT INTO key_check (id, wrapped) VALUES (1, ?)').run(keyCheck);
  });
  return { database, keyCheck: keyCheckIn(database) };
}

const sideFile = (kind: ThreadSetup['kind']): SideFileKind => {
  const { applicationId, tables } = KINDS[kind];
  return { applicationId, layoutVersion: LAYOUT_VERSION, tables: `${tables}; ${KEY_CHECK}` };
};

const keyCheckIn = (database: DatabaseSync): Uint8Array | undefined =>
  database.prepare('SELECT wrapped FROM key_check').get()?.wrapped as Uint8Array | undefined;
