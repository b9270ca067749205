/** The values used last, at most so many. */
export class Recent<T> {
  readonly #values = new Map<string, T>();

  constructor(private readonly capacity: number) {}

  get(key: string): T | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: T): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    const oldest = this.#values.size > this.capacity ? this.#values.keys().next() : undefined;
    if (oldest && !oldest.done) this.#values.delete(oldest.value);
  }

  /** What is kept under the key, made when it is not. */
  getOrMake(key: string, make: () => T): T {
    const value = this.#values.get(key) ?? make();
    this.set(key, value);
    return value;
  }

  clear(): void {
    this.#values.clear();
  }
}
