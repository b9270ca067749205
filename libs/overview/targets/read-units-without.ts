import { DAY_MS, localDateOf, type LocalDate } from '#calendar';
import type { Viewer } from '#identity';
import { visibleSql, type Row } from '#views';
import type { OverviewReader } from '../reader.js';
import { runs } from '../sql.js';
import { askedSql, findAsked, rulesOf, type Asked, type AskedYear } from './asked.js';
import { duties, type DutyName } from '../duties/index.js';
import type { UnitDuty } from '../duties/unit-duty.js';
import { unitsWithoutSql } from './duty.js';

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

/** The obligated units, as far as the viewer may see them, that have not fulfilled a duty as the campaign's policy reads it. */
export function readUnitsWithout(
  reader: OverviewReader,
  what: DutyName,
  question: AskedYear,
  viewer: Viewer,
): readonly UnitWithout[] {
  const duty: UnitDuty = duties[what];
  const asked = findAsked(reader, question);
  if (!asked || !runs(reader.modules, ['unit', duty.lifecycle])) return [];
  const { views, clock } = reader;
  const metBy = duty.readings.find(({ primary }) => primary(rulesOf(asked)))?.metBy ?? '1';
  const visible = visibleSql('unit', viewer);
  const { sql, params } = askedSql(asked);
  const found = views.query(`${sql} ${unitsWithoutSql(duty, metBy, visible.sql)}`, { ...params, ...visible.params });
  const dueAt = deadlineOf(reader, duty, asked);
  const late = dueAt === undefined ? 0 : daysLate(dueAt, clock.now());
  return found.flatMap((row) => {
    const unit = views.get('unit', String(row['unit']), viewer);
    return unit ? [{ unit, dueAt, daysLate: late }] : [];
  });
}

const ENDS = 'SELECT before FROM _window WHERE campaign = :campaign AND year = :year AND name = :window';

/** The end of the cycle's window, wherever it has been moved to. */
function deadlineOf({ views }: OverviewReader, { window }: UnitDuty, { campaign, year }: Asked): string | undefined {
  const before = views.query(ENDS, { campaign, year, window })[0]?.['before'];
  return typeof before === 'string' ? before : undefined;
}
