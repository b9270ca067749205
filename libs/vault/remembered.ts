/** Looks names up; every name is in the answer. */
export type LookUp<T> = (names: readonly string[]) => Promise<ReadonlyMap<string, T>>;

/** The values used last, at most so many. What is being looked up already is not looked up again. */
export class Remembered<T> {
  readonly #values = new Map<string, Promise<T>>();
  readonly #capacity: number;
  readonly #keeps: (value: T) => boolean;

  /** @param keeps says which values are worth remembering */
  constructor(capacity: number, keeps: (value: T) => boolean = () => true) {
    this.#capacity = capacity;
    this.#keeps = keeps;
  }

  /** The values of these names, in the order given; those not known are looked up together. */
  async get(names: readonly string[], lookUp: LookUp<T>): Promise<ReadonlyMap<string, T>> {
    const wanted = [...new Set(names)];
    const missing = wanted.filter((name) => !this.#values.has(name));
    const found = missing.length > 0 ? lookUp(missing) : Promise.resolve<ReadonlyMap<string, T>>(new Map());
    const values = wanted.map((name) => this.#values.get(name) ?? found.then((all) => valueOf(all, name)));
    values.forEach((value, i) => this.#use(wanted[i] ?? '', value));
    const entries = (await Promise.all(values)).map((value, i) => [wanted[i] ?? '', value] as const);
    return new Map(entries);
  }

  /** Forgets everything, and what is being looked up as soon as it is found. */
  clear(): void {
    this.#values.clear();
  }

  #use(name: string, value: Promise<T>): void {
    const isNew = !this.#values.delete(name);
    this.#values.set(name, value);
    if (!isNew) return;
    const forget = (): void => {
      if (this.#values.get(name) === value) this.#values.delete(name);
    };
    value.then((it) => this.#keeps(it) || forget(), forget);
    const oldest = this.#values.size > this.#capacity ? this.#values.keys().next() : undefined;
    if (oldest && !oldest.done) this.#values.delete(oldest.value);
  }
}

function valueOf<T>(all: ReadonlyMap<string, T>, name: string): T {
  const value = all.get(name);
  if (value === undefined) throw new Error(`There is no answer for ${name}`);
  return value;
}
