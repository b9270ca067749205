/** A key of the ring: what one owner's particulars are sealed with. */
export interface OwnerKey {
  /** Random: two rings never give the same id to two keys. */
  readonly keyId: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

/**
 * What is known of a key id: the key; that it was here and has been destroyed, which is erasure; or that this ring never had it,
 * which is a fault of the installation and never to be shown as an erasure.
 */
export type FoundKey = Buffer | 'destroyed' | 'unknown';

/**
 * The store of keys beside the log. Owners are natural persons (`person:<id>`) and the prose of dossiers (`text:<stream>`).
 * Every call is asynchronous: a ring may be shared by many machines.
 */
export interface KeyRing {
  /**
   * The owners' keys, made and durable on return where there were none.
   * @throws Error when the ring cannot be read or written
   */
  keysFor(owners: readonly string[]): Promise<ReadonlyMap<string, OwnerKey>>;
  /** What the ring knows of these key ids; every id asked for is in the answer. */
  find(keyIds: readonly string[]): Promise<ReadonlyMap<string, FoundKey>>;
}
