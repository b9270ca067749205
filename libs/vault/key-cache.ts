import type { OwnerKey } from '#kernel';

/** How many keys are kept in memory; the others are read again. */
const MOST_KEYS = 5_000;

/** The keys used last, by their owners and by their ids. */
export class KeyCache {
  readonly #byOwner = new Map<string, OwnerKey>();
  readonly #ownerOf = new Map<string, string>();

  ofOwner(owner: string): OwnerKey | undefined {
    return this.#byOwner.get(owner);
  }

  ofId(keyId: string): Buffer | undefined {
    const key = this.#byOwner.get(this.#ownerOf.get(keyId) ?? '');
    return key?.keyId === keyId ? key.key : undefined;
  }

  keep(owner: string, key: OwnerKey): void {
    this.forget(owner);
    this.#byOwner.set(owner, key);
    this.#ownerOf.set(key.keyId, owner);
    const oldest = this.#byOwner.size > MOST_KEYS ? this.#byOwner.keys().next() : undefined;
    if (oldest && !oldest.done) this.forget(oldest.value);
  }

  forget(owner: string): void {
    const key = this.#byOwner.get(owner);
    if (key) this.#ownerOf.delete(key.keyId);
    this.#byOwner.delete(owner);
  }
}
