import { uuidFrom, type FoundKey, type KeyRing, type OwnerKey } from '#kernel';

/** A key ring in memory, for specifications; `destroy` is erasure. */
export interface MemoryKeys extends KeyRing {
  destroy(owner: string): void;
}

/** @param bytes where ids and keys are drawn from */
export function memoryKeys(bytes: (length: number) => Buffer): MemoryKeys {
  const owned = new Map<string, OwnerKey>();
  const known = new Map<string, FoundKey>();
  const keyOf = (owner: string): OwnerKey => {
    const before = owned.get(owner);
    if (before) return before;
    const made = { keyId: uuidFrom(bytes(16)), key: bytes(32) };
    owned.set(owner, made);
    known.set(made.keyId, made.key);
    return made;
  };
  return {
    keysFor: (owners) => Promise.resolve(new Map(owners.map((owner) => [owner, keyOf(owner)]))),
    find: (keyIds) => Promise.resolve(new Map(keyIds.map((keyId) => [keyId, known.get(keyId) ?? 'unknown']))),
    destroy: (owner) => {
      const key = owned.get(owner);
      if (key) known.set(key.keyId, 'destroyed');
      owned.delete(owner);
    },
  };
}
