/** A civil date where the campaign runs, `YYYY-MM-DD`. */
export type LocalDate = string;

/** Viet Nam keeps UTC+7 all year (Asia/Ho_Chi_Minh). */
const OFFSET_MS = 7 * 3_600_000;
/** A day, in milliseconds; every day at UTC+7 has as many. */
export const DAY_MS = 86_400_000;

/** The civil date of an instant. */
export const localDateOf = (instant: string): LocalDate =>
  new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(0, 10);

/**
 * The first instant of a civil date: the exclusive deadline of everything due before that day.
 * @returns RFC 3339 in UTC with milliseconds
 */
export const startOf = (date: LocalDate): string =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) - OFFSET_MS).toISOString();

/** The civil date `days` later (earlier when negative). */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** True on Monday to Friday. */
const isWeekday = (date: LocalDate): boolean => ![0, 6].includes(new Date(`${date}T00:00:00.000Z`).getUTCDay());

/**
 * The last of so many working days after a civil date, the date itself not counted; the date itself for none.
 * @param holidays days from Monday to Friday on which nobody works
 */
export function addWorkingDays(date: LocalDate, days: number, holidays: readonly LocalDate[] = []): LocalDate {
  let last = date;
  for (let left = days; left > 0;) {
    last = addDays(last, 1);
    if (isWeekday(last) && !holidays.includes(last)) left -= 1;
  }
  return last;
}

/** True for a date of the calendar written as `YYYY-MM-DD`. */
export function isLocalDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const parsed = Date.parse(`${value}T00:00:00.000Z`);
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(value);
}
