import { uuidFrom, type Clock, type FoundKey, type KeyRing, type OwnerKey, type Randomness } from '#kernel';
import { vaultFault } from './fault.js';
import type { FileThread } from './file-thread.js';
import { Remembered } from './remembered.js';
import { SECRET_BYTES } from './secret-file.js';
import type { KeyDesk, KeyRow, NewKey } from './thread/keys.js';
import { unwrap, wrap } from './wrap.js';

const REMEMBERED = 5_000;
const UUID_BYTES = 16;

/** How long a key that another process has destroyed may still be served from memory. */
const FORGETS_AFTER_MS = 1_000;

/**
 * A key ring in a file. What it has found it remembers, the last 5,000 owners and 5,000 keys. A key destroyed here is
 * forgotten at once; a key that another process has destroyed may be served from memory for one second more.
 * Every method throws VaultFault when the file cannot be read or written.
 */
export interface OpenKeyRing extends KeyRing {
  /**
   * Destroys every key of an owner, so that nothing of it remains in the file or its write-ahead log. Afterwards the owner
   * gets a new key under a new id. Asking again after a fault finishes what was begun.
   * @returns how many keys there were to destroy
   */
  destroy(owner: string): Promise<number>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** What makes and opens keys. */
export interface Means {
  readonly file: string;
  readonly kek: Buffer;
  readonly random: Randomness;
  readonly clock: Clock;
}

/** The key ring over the thread of its file: keys are made, wrapped and unwrapped on this side. */
export class Ring implements OpenKeyRing {
  readonly #byOwner = new Remembered<OwnerKey>(REMEMBERED);
  readonly #byId = new Remembered<FoundKey>(REMEMBERED, (found) => typeof found !== 'string');
  readonly #thread: FileThread<KeyDesk>;
  readonly #means: Means;
  readonly #watch: NodeJS.Timeout;
  #version: number | undefined;

  constructor(thread: FileThread<KeyDesk>, means: Means) {
    this.#thread = thread;
    this.#means = means;
    this.#watch = setInterval(() => void this.#forgetWhatMayBeGone(), FORGETS_AFTER_MS).unref();
  }

  /** See KeyRing. */
  keysFor(owners: readonly string[]): Promise<ReadonlyMap<string, OwnerKey>> {
    return this.#byOwner.get(owners, (missing) => this.#findOrMake(missing));
  }

  /** See KeyRing. */
  find(keyIds: readonly string[]): Promise<ReadonlyMap<string, FoundKey>> {
    return this.#byId.get(keyIds, (missing) => this.#look(missing));
  }

  /** See OpenKeyRing. */
  async destroy(owner: string): Promise<number> {
    try {
      return await this.#thread.ask('destroy', owner);
    } finally {
      this.#forget();
    }
  }

  /** See OpenKeyRing. */
  close(): Promise<void> {
    clearInterval(this.#watch);
    return this.#thread.close();
  }

  async #findOrMake(owners: readonly string[]): Promise<ReadonlyMap<string, OwnerKey>> {
    const standing = await this.#thread.ask('standing', owners);
    const known = new Set(standing.map(({ owner }) => owner));
    const made = owners.filter((owner) => !known.has(owner)).map((owner) => this.#make(owner));
    const added = made.length > 0 ? await this.#thread.ask('add', made) : [];
    const rows = [...standing, ...added];
    return new Map(rows.map((row) => [row.owner, { keyId: row.keyId, key: this.#open(row, row.wrapped) }]));
  }

  async #look(keyIds: readonly string[]): Promise<ReadonlyMap<string, FoundKey>> {
    const rows = new Map((await this.#thread.ask('find', keyIds)).map((row) => [row.keyId, row]));
    return new Map(keyIds.map((keyId) => [keyId, this.#found(rows.get(keyId))]));
  }

  #found(row: KeyRow | undefined): FoundKey {
    if (row === undefined) return 'unknown';
    return row.wrapped === null ? 'destroyed' : this.#open(row, row.wrapped);
  }

  #make(owner: string): NewKey {
    const { kek, random, clock } = this.#means;
    const keyId = uuidFrom(random.bytes(UUID_BYTES));
    const key = random.bytes(SECRET_BYTES);
    return { keyId, owner, wrapped: wrap(key, kek, boundTo(keyId, owner), random), createdAt: clock.now() };
  }

  #open({ keyId, owner }: KeyRow, wrapped: Uint8Array | null): Buffer {
    const key = wrapped && unwrap(wrapped, this.#means.kek, boundTo(keyId, owner));
    if (!key) throw vaultFault('tampered', this.#means.file);
    return key;
  }

  /** What another process has written may be the end of a key. */
  async #forgetWhatMayBeGone(): Promise<void> {
    try {
      const version = await this.#thread.ask('version');
      if (version !== this.#version) this.#forget();
      this.#version = version;
    } catch {
      clearInterval(this.#watch);
    }
  }

  #forget(): void {
    this.#byOwner.clear();
    this.#byId.clear();
  }
}

/** Binds a wrapped key to its row: it cannot be put in another owner's. */
const boundTo = (keyId: string, owner: string): string => `${keyId}\n${owner}`;
