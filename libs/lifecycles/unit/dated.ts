import { localDateOf } from '#calendar';
import type { DecideContext, EventMeta } from '#kernel';

/** A value that held from a civil date on: until another began, or until the day on which it ended and what stood before holds again. */
export interface Since<T> {
  readonly value: T;
  readonly from: string;
  readonly to?: string;
}

/** The civil date from which a recorded fact holds. */
export const dayOf = ({ effectiveFrom, occurredAt }: Pick<EventMeta, 'effectiveFrom' | 'occurredAt'>): string =>
  localDateOf(effectiveFrom ?? occurredAt);

/** The civil date from which what is being decided is to hold. */
export const dayAsked = ({ effectiveFrom, occurredAt }: DecideContext<unknown>): string =>
  localDateOf(effectiveFrom ?? occurredAt);

/** A history with one more fact, in the order of the days; of equals the one recorded last comes last. */
export const since = <T>(history: readonly Since<T>[], fact: Since<T>): readonly Since<T>[] =>
  [...history, fact].sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1));

/** The fact that held on a civil date: of those in force the one that began last; of equals, the one recorded last. */
export const factOn = <T>(history: readonly Since<T>[], date: string): Since<T> | undefined =>
  history
    .filter(({ from, to }) => from <= date && (to === undefined || date < to))
    .reduce<Since<T> | undefined>((best, it) => (best && best.from > it.from ? best : it), undefined);

/** The value that held on a civil date. */
export const on = <T>(history: readonly Since<T>[], date: string): T | undefined => factOn(history, date)?.value;

/** What held when, day by day of change: ends are told as beginnings of what holds after them. */
export function timeline<T>(history: readonly Since<T>[]): readonly Since<T>[] {
  const days = [...new Set(history.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])))].sort();
  return days.flatMap((from) => {
    const value = on(history, from);
    return value === undefined ? [] : [{ value, from }];
  });
}
