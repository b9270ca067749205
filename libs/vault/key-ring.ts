import type { DatabaseSync } from 'node:sqlite';
import { derivedId, type Clock, type KeyRing, type PersonKey, type Randomness } from '#kernel';
import { guarded, vaultFault } from './fault.js';
import { openFile, transaction, type FileKind } from './open-file.js';
import { SECRET_BYTES } from './secret-file.js';
import { unwrap, wrap } from './wrap.js';

/**
 * A key that has been destroyed keeps its row with no `wrapped_key`, so that its identifier is never given again.
 * `key_check` opens under the right master key only.
 */
const KIND: FileKind = {
  applicationId: 0x4b48454b,
  tables: `
    CREATE TABLE key_check (id INTEGER PRIMARY KEY CHECK (id = 1), wrapped BLOB NOT NULL) STRICT;
    CREATE TABLE person_keys (
      key_id TEXT PRIMARY KEY,
      person TEXT NOT NULL,
      wrapped_key BLOB,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX person_keys_by_person ON person_keys (person)`,
};

const CHECK_WORDS = 'kheo key check';

/** What a key ring is opened with. */
export interface KeyRingOptions {
  /** Its own small file, beside the log; made when there is none. */
  readonly file: string;
  /** The master key, 32 bytes, kept apart from the file and from its backups. */
  readonly kek: Buffer;
  readonly random: Randomness;
  readonly clock: Clock;
}

/** A key ring in a file. */
export interface OpenKeyRing extends KeyRing {
  close(): void;
}

/**
 * Opens the store of per-person keys. Every key lies in it wrapped under the master key.
 * @throws VaultFault when the master key is not the one the file was made with, or the file cannot be used
 */
export function openKeyRing(options: KeyRingOptions): OpenKeyRing {
  const { file, kek } = options;
  if (kek.length !== SECRET_BYTES) throw vaultFault('keySize', file);
  const database = openFile(file, KIND);
  try {
    guarded(file, () => transaction(database, () => checkKek(database, options)));
  } catch (error) {
    database.close();
    throw error;
  }
  return ringOver(database, options);
}

function checkKek(database: DatabaseSync, { file, kek, random }: KeyRingOptions): void {
  const row = database.prepare('SELECT wrapped FROM key_check').get();
  if (row === undefined) {
    const wrapped = wrap(Buffer.from(CHECK_WORDS), kek, CHECK_WORDS, random);
    database.prepare('INSERT INTO key_check (id, wrapped) VALUES (1, ?)').run(wrapped);
  } else if (!(row.wrapped instanceof Uint8Array) || unwrap(row.wrapped, kek, CHECK_WORDS) === undefined) {
    throw vaultFault('wrongKek', file);
  }
}

function ringOver(database: DatabaseSync, { file, kek, random, clock }: KeyRingOptions): OpenKeyRing {
  const byId = new Map<string, PersonKey>();
  const byPerson = new Map<string, PersonKey>();
  const rowOfKey = database.prepare('SELECT key_id, person, wrapped_key FROM person_keys WHERE key_id = ?');
  const rowOfPerson = database.prepare(
    'SELECT key_id, person, wrapped_key FROM person_keys WHERE person = ? AND wrapped_key IS NOT NULL',
  );
  const countOfPerson = database.prepare('SELECT count(*) AS n FROM person_keys WHERE person = ?');
  const insert = database.prepare(
    'INSERT INTO person_keys (key_id, person, wrapped_key, created_at) VALUES (?, ?, ?, ?)',
  );

  const opened = (row: ReturnType<typeof rowOfKey.get>): PersonKey | undefined => {
    if (!(row?.wrapped_key instanceof Uint8Array)) return undefined;
    const keyId = String(row.key_id);
    const key = unwrap(row.wrapped_key, kek, boundTo(keyId, String(row.person)));
    if (key === undefined) throw vaultFault('tampered', file);
    return { keyId, key };
  };
  const make = (person: string): PersonKey => {
    const keyId = derivedId('key', person, Number(countOfPerson.get(person)?.n) + 1);
    const key = random.bytes(SECRET_BYTES);
    insert.run(keyId, person, wrap(key, kek, boundTo(keyId, person), random), clock.now());
    return { keyId, key };
  };
  /** Another process may have made the person's key a moment ago: look and make in one transaction. */
  const findOrMake = (person: string): PersonKey =>
    opened(rowOfPerson.get(person)) ?? transaction(database, () => opened(rowOfPerson.get(person)) ?? make(person));

  return {
    keyFor: (person) => remember(byPerson, person, () => guarded(file, () => findOrMake(person))),
    find: (keyId) => remember(byId, keyId, () => guarded(file, () => opened(rowOfKey.get(keyId)))),
    close: () => database.close(),
  };
}

/** Binds a wrapped key to its row: it cannot be put in another person's. */
const boundTo = (keyId: string, person: string): string => `${keyId}\n${person}`;

/** What was found once is not read again; what was not found is. */
function remember<T extends PersonKey | undefined>(
  known: Map<string, PersonKey>,
  name: string,
  look: () => T,
): T | PersonKey {
  const before = known.get(name);
  if (before !== undefined) return before;
  const found = look();
  if (found !== undefined) known.set(name, found);
  return found;
}
