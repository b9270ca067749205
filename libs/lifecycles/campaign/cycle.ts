import { addDays, localDateOf, type LocalDate } from '#calendar';
import type { CycleWindows, DutyName, FrozenFigure } from './events.js';

/**
 * Where a year stands. `open`: duties begin, dossiers are sent. `closing`: nothing new is sent, what was entered before is
 * finished. `closed`: its figures are settled for good.
 */
export type CyclePhase = 'open' | 'closing' | 'closed';

/** A duty that a unit has not done and no longer can, as the lead office has declared. */
export interface MissedDuty {
  readonly duty: DutyName;
  readonly unit: string;
}

/** How a year's targets stood when it was closed. */
export interface Closure {
  /** The instant of recording. */
  readonly at: string;
  readonly hash: string;
  readonly figures: readonly FrozenFigure[];
}

/** A yearly round with the rubric it is judged by. */
export interface Cycle extends CycleWindows {
  readonly rubric: string;
  readonly phase: CyclePhase;
  /** Declared since the year was last frozen. */
  readonly missed: readonly MissedDuty[];
  readonly closure?: Closure;
}

/** By the end of which window each duty is to be done: an evaluation by the end of the year itself. */
export const DUTY_WINDOWS = {
  PLAN: 'plansBefore',
  REGISTRATION: 'registrationsBefore',
  EVALUATION: 'annualReportBefore',
} as const satisfies Record<DutyName, keyof CycleWindows>;

/** The exclusive instant at which the year's own time is over: its annual review is due. */
export const endOf = ({ annualReportBefore }: CycleWindows): string => annualReportBefore;

/** The day whose roster counts: today, or the last day of a year that is over. */
export function rosterDay(cycle: CycleWindows | undefined, year: number, today: LocalDate): LocalDate {
  const last = cycle ? addDays(localDateOf(endOf(cycle)), -1) : `${year}-12-31`;
  return today < last ? today : last;
}

/** True when the unit's duty has been declared missed. */
export const isMissed = ({ missed }: Cycle, duty: DutyName, unit: string): boolean =>
  missed.some((it) => it.duty === duty && it.unit === unit);
