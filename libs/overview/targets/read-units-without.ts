import { DAY_MS, localDateOf, type LocalDate } from '#calendar';
import type { Viewer } from '#identity';
import { DUTY_WINDOWS, type DutyName } from '#lifecycles/campaign';
import { visibleSql, type Row } from '#views';
import type { OverviewReader } from '../reader.js';
import { stillOwing } from '../duties/without.js';
import { ASKED_BY_READING, askedByReading, findAsked, type Asked, type AskedYear } from './asked.js';

/** A unit that has not done what it must. */
export interface UnitWithout {
  readonly unit: Row;
  /** The exclusive deadline; undefined while the cycle has not been opened. */
  readonly dueAt: string | undefined;
  /** Civil days since the last day on which it would have been in time; 0 while there is time. */
  readonly daysLate: number;
}

/**
 * How late a day is: the day that begins with the exclusive deadline is the first late one.
 * @param dueAt an exclusive instant
 * @param now an instant
 */
export function daysLate(dueAt: string, now: string): number {
  if (now < dueAt) return 0;
  const dayOf = (date: LocalDate): number => Date.parse(`${date}T00:00:00.000Z`) / DAY_MS;
  return dayOf(localDateOf(now)) - dayOf(localDateOf(dueAt)) + 1;
}

/**
 * The units, as far as the viewer may see them, that still owe a duty as the campaign's policy reads it: those that have not done
 * it, and have not been declared to have missed it.
 */
export function readUnitsWithout(
  reader: OverviewReader,
  duty: DutyName,
  question: AskedYear,
  viewer: Viewer,
): readonly UnitWithout[] {
  const asked = findAsked(reader, question);
  if (!asked) return [];
  const { views, clock } = reader;
  const visible = visibleSql('unit', viewer);
  const found = views.query(
    `${ASKED_BY_READING} SELECT "unit".id AS unit FROM asked JOIN "unit" ON ${stillOwing(duty)}
      WHERE ${visible.sql} ORDER BY "unit".name, "unit".id`,
    { ...askedByReading(asked), ...visible.params },
  );
  const dueAt = deadlineOf(reader, duty, asked);
  const late = dueAt === undefined ? 0 : daysLate(dueAt, clock.now());
  return found.flatMap((row) => {
    const unit = views.get('unit', String(row['unit']), viewer);
    return unit ? [{ unit, dueAt, daysLate: late }] : [];
  });
}

const ENDS = 'SELECT before FROM _window WHERE campaign = :campaign AND year = :year AND name = :window';

/** The end of the cycle's window, wherever it has been moved to. */
function deadlineOf({ views }: OverviewReader, duty: DutyName, { campaign, year }: Asked): string | undefined {
  const before = views.query(ENDS, { campaign, year, window: DUTY_WINDOWS[duty] })[0]?.['before'];
  return typeof before === 'string' ? before : undefined;
}
