import type { LocalDate } from '#calendar';

/** A span of civil days, the last one not included. */
export interface Span {
  readonly from: LocalDate;
  readonly before: LocalDate;
}

/** The reporting year runs from 15 December to 14 December, cut at 15 June: reports are due before those days. */
export const halfYearsOf = (year: number): readonly [Span, Span] => [
  { from: `${year - 1}-12-15`, before: `${year}-06-15` },
  { from: `${year}-06-15`, before: `${year}-12-15` },
];

/** True when a civil day lies in a span. */
export const lies = (date: LocalDate, { from, before }: Span): boolean => from <= date && date < before;

/**
 * Whether a model was kept up: something was done, with evidence, in both half-years of the cycle; in the model's first
 * year, in one of them.
 * @param evidenced the civil days of the activities that have evidence
 */
export function isMaintained(evidenced: readonly LocalDate[], year: number, firstYear: boolean): boolean {
  const kept = halfYearsOf(year).filter((half) => evidenced.some((date) => lies(date, half))).length;
  return kept >= (firstYear ? 1 : 2);
}

/** Those civil days that lie in the reporting year. */
export const inYear = (dates: readonly LocalDate[], year: number): readonly LocalDate[] =>
  dates.filter((date) => halfYearsOf(year).some((half) => lies(date, half)));
