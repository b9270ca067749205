/** The last entries that were set, so many and no more: what was set longest ago goes first. */
export class Recent<K, V> {
  readonly #entries = new Map<K, V>();

  /** @param capacity how many entries to keep */
  constructor(private readonly capacity: number) {}

  get(key: K): V | undefined {
    return this.#entries.get(key);
  }

  set(key: K, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size <= this.capacity) return;
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }

  /** From the one set longest ago to the last. */
  keys(): readonly K[] {
    return [...this.#entries.keys()];
  }

  delete(key: K): void {
    this.#entries.delete(key);
  }
}
