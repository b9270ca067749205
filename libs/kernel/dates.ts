import type { Refusal } from './refusal.js';
import { refusals } from './refusals.js';

/** Civil days, both inclusive, `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/**
 * Only what has happened can be recorded.
 * @param date the civil day that is claimed, `YYYY-MM-DD`
 * @param today the civil day of recording where the campaign runs
 * @param path where the command says it
 * @returns the refusal of a day that has not come
 */
export const futureRefusal = (date: string, today: string, path: readonly string[]): Refusal | undefined =>
  date > today ? refusals.dateInFuture({ date }, path) : undefined;

/**
 * What belongs to a campaign falls into its period.
 * @returns the refusal of a day outside
 */
export const periodRefusal = (date: string, { from, to }: Period, path: readonly string[]): Refusal | undefined =>
  date < from || date > to ? refusals.dateOutsidePeriod({ date, from, to }, path) : undefined;
