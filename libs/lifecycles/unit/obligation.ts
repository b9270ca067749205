import { standingOn, type UnitState } from './state.js';

/**
 * Whether a unit is obligated on a civil date: of what began by then, the last says so. The one rule, for one unit that has been
 * loaded here, for many units in SQL below.
 */
export const isObligatedOn = (state: UnitState, date: string): boolean => standingOn(state, date) === 'OBLIGATED';

/**
 * The same as a condition in SQL, over the standings that the view of units publishes day by day.
 * @param unit an SQL expression for the unit's id
 * @param date an SQL expression for the civil date, `YYYY-MM-DD`
 */
export const obligatedOnSql = (unit: string, date: string): string =>
  `(SELECT standing.value FROM unit__standing AS standing WHERE standing.id = ${unit} AND standing.valid_from <= ${date}
    ORDER BY standing.valid_from DESC, standing.ordinal DESC LIMIT 1) = 'OBLIGATED'`;
