import type { DatabaseSync } from 'node:sqlite';
import { uuidFrom, type Clock, type FoundKey, type KeyRing, type OwnerKey, type Randomness } from '#kernel';
import { vaultFault } from './fault.js';
import type { FileRow, FileThread } from './file-thread.js';
import { KeyCache } from './key-cache.js';
import { fileStands, openFile, type FileKind, type Owner } from './open-file.js';
import { SECRET_BYTES } from './secret-file.js';
import { unwrap, wrap } from './wrap.js';

/**
 * A key that has been destroyed keeps its row with no `wrapped_key`: destroyed differs from never known. An owner has one key
 * that stands. `key_check` opens under the right master key only.
 */
const KIND: FileKind = {
  applicationId: 0x4b48454b,
  tables: `
    CREATE TABLE key_check (id INTEGER PRIMARY KEY CHECK (id = 1), wrapped BLOB NOT NULL) STRICT;
    CREATE TABLE keys (
      key_id TEXT PRIMARY KEY,
      owner TEXT NOT NULL,
      wrapped_key BLOB,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX keys_that_stand ON keys (owner) WHERE wrapped_key IS NOT NULL`,
};

const CHECK_WORDS = 'kheo key check';

/** What a key ring is opened with. */
export interface KeyRingOptions extends Owner {
  /** The master key, 32 bytes, kept apart from the file and from its backups. */
  readonly kek: Buffer;
  readonly random: Randomness;
  readonly clock: Clock;
}

/** A key ring in a file. */
export interface OpenKeyRing extends KeyRing {
  /**
   * Destroys every key of an owner: erasure. Nothing of them is left in the file or its write-ahead log. Another process at the
   * same file may still hold a key in memory until it ends.
   * @returns how many keys there were
   */
  destroy(owner: string): Promise<number>;
  /** How many commits the ring has asked the disk for. */
  commits(): number;
  close(): Promise<void>;
}

/** True when there is a key ring in a data folder. */
export const keyRingStands = (file: string): boolean => fileStands(file);

/**
 * Opens the store of keys. Every key lies in it wrapped under the master key; files are read and written on a thread of its own.
 * @throws VaultFault when the master key is not the one the file was made with, the file is another log's, or cannot be used
 */
export async function openKeyRing(options: KeyRingOptions): Promise<OpenKeyRing> {
  const { file, kek } = options;
  if (kek.length !== SECRET_BYTES) throw vaultFault('keySize', file);
  return new FileKeyRing(
    openFile(options, KIND, (database) => checkKek(database, options)),
    options,
  );
}

function checkKek(database: DatabaseSync, { file, kek, random }: KeyRingOptions): void {
  const row = database.prepare('SELECT wrapped FROM key_check').get();
  if (row === undefined) {
    const wrapped = wrap(Buffer.from(CHECK_WORDS), kek, CHECK_WORDS, random);
    database.prepare('INSERT INTO key_check (id, wrapped) VALUES (1, ?)').run(wrapped);
  } else if (!(row['wrapped'] instanceof Uint8Array) || unwrap(row['wrapped'], kek, CHECK_WORDS) === undefined) {
    throw vaultFault('wrongKek', file);
  }
}

const SELECT_STANDING = 'SELECT key_id, owner, wrapped_key FROM keys WHERE wrapped_key IS NOT NULL AND owner';

class FileKeyRing implements OpenKeyRing {
  readonly #cache = new KeyCache();

  constructor(
    private readonly thread: FileThread,
    private readonly options: KeyRingOptions,
  ) {}

  async keysFor(owners: readonly string[]): Promise<ReadonlyMap<string, OwnerKey>> {
    const wanted = [...new Set(owners)];
    const missing = wanted.filter((owner) => !this.#cache.ofOwner(owner));
    if (missing.length > 0) {
      const found = await this.#read(missing);
      const fresh = missing.filter((owner) => !found.has(owner));
      if (fresh.length > 0) await this.#make(fresh);
    }
    return new Map(wanted.flatMap((owner) => (this.#cache.ofOwner(owner) ? [[owner, this.#held(owner)]] : [])));
  }

  async find(keyIds: readonly string[]): Promise<ReadonlyMap<string, FoundKey>> {
    const missing = [...new Set(keyIds)].filter((keyId) => !this.#cache.ofId(keyId));
    const rows =
      missing.length === 0 ? [] : await this.#rows('SELECT key_id, owner, wrapped_key FROM keys WHERE key_id', missing);
    const gone = new Set(rows.filter((row) => !this.#open(row)).map((row) => String(row['key_id'])));
    const answer = (keyId: string): FoundKey => this.#cache.ofId(keyId) ?? (gone.has(keyId) ? 'destroyed' : 'unknown');
    return new Map(keyIds.map((keyId) => [keyId, answer(keyId)]));
  }

  async destroy(owner: string): Promise<number> {
    const rows = await this.thread.run({
      sql: 'UPDATE keys SET wrapped_key = NULL WHERE owner = ? AND wrapped_key IS NOT NULL RETURNING key_id',
      params: [owner],
    });
    this.#cache.forget(owner);
    await this.thread.checkpoint();
    return rows.length;
  }

  commits(): number {
    return this.thread.commits;
  }

  close(): Promise<void> {
    return this.thread.close();
  }

  #held(owner: string): OwnerKey {
    const key = this.#cache.ofOwner(owner);
    if (!key) throw vaultFault('failed', this.options.file);
    return key;
  }

  async #read(owners: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.#rows(SELECT_STANDING, owners);
    for (const row of rows) this.#open(row);
    return new Set(rows.map((row) => String(row['owner'])));
  }

  #rows(select: string, values: readonly string[]): Promise<readonly FileRow[]> {
    return this.thread.run({ sql: `${select} IN (SELECT value FROM json_each(?))`, params: [JSON.stringify(values)] });
  }

  /** Another process may have made an owner's key a moment ago: the one that stands is the one that counts. */
  async #make(owners: readonly string[]): Promise<void> {
    const { kek, random, clock } = this.options;
    const inserts = owners.map((owner) => {
      const keyId = uuidFrom(random.bytes(16));
      const wrapped = wrap(random.bytes(SECRET_BYTES), kek, boundTo(keyId, owner), random);
      return {
        sql: 'INSERT OR IGNORE INTO keys (key_id, owner, wrapped_key, created_at) VALUES (?, ?, ?, ?)',
        params: [keyId, owner, wrapped, clock.now()],
      };
    });
    const standing = {
      sql: `${SELECT_STANDING} IN (SELECT value FROM json_each(?))`,
      params: [JSON.stringify(owners)],
    };
    for (const row of await this.thread.run(...inserts, standing)) this.#open(row);
  }

  /** Unwraps and keeps a key; false when it has been destroyed. @throws VaultFault when it has been altered or moved */
  #open(row: FileRow): boolean {
    const [keyId, owner, wrapped] = [String(row['key_id']), String(row['owner']), row['wrapped_key']];
    if (!(wrapped instanceof Uint8Array)) return false;
    const key = unwrap(wrapped, this.options.kek, boundTo(keyId, owner));
    if (key === undefined) throw vaultFault('tampered', this.options.file);
    this.#cache.keep(owner, { keyId, key });
    return true;
  }
}

/** Binds a wrapped key to its row: it cannot be put in another owner's. */
const boundTo = (keyId: string, owner: string): string => `${keyId}\n${owner}`;
