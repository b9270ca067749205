import { contentHash } from '#kernel';

/** A tiny generator whose draws follow from its name alone: one name, one series, on every machine. */
export interface Draw {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** One of a list that is not empty. */
  oneOf<T>(list: readonly T[]): T;
  /** The same members in another order (Fisher–Yates). */
  shuffled<T>(list: readonly T[]): readonly T[];
}

/**
 * Begins a series.
 * @param name what it follows from; give each use a name of its own, so that a further draw in one place changes no other
 */
export function drawFrom(...name: readonly (string | number)[]): Draw {
  let drawn = 0;
  const below = (limit: number): number =>
    Number.parseInt(contentHash([...name, (drawn += 1)]).slice(0, 12), 16) % limit;
  const between = (low: number, high: number): number => low + below(high - low + 1);
  const shuffled = <T>(list: readonly T[]): readonly T[] => {
    const order = [...list];
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = below(last + 1);
      [order[last], order[other]] = [order[other] as T, order[last] as T];
    }
    return order;
  };
  return { between, oneOf: (list) => list[below(list.length)] as never, shuffled };
}
