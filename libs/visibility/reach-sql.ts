import { REACHES, type Reach } from '#kernel';

/** How a query finds the units that an instance is about, as conditions in SQL. */
export interface CaseUnits {
  isAbout(unit: string): string;
  readonly isAboutSome: string;
  /** @param units a JSON list in SQL */
  isAboutNoneOf(units: string): string;
}

/** The instance is about one unit at most, which stands in a column. */
export const unitInColumn = (column: string): CaseUnits => ({
  isAbout: (unit) => `${column} = ${unit}`,
  isAboutSome: `${column} IS NOT NULL`,
  isAboutNoneOf: (units) => `${column} NOT IN (SELECT value FROM json_each(${units}))`,
});

/** The power that is to reach a case, in SQL. */
export interface PowerInSql {
  /** The unit that the power is held at. */
  readonly unit: string;
  /** A JSON list of every unit that the holder belongs to by any power. */
  readonly unitsOfHolder: string;
  /** The unit that leads the case's campaign; undefined where there is no campaign. */
  readonly leadUnit: string | undefined;
}

/** The kernel's rule of who reaches a case, belonging to a unit of it included, as a condition in SQL. */
export function reachSql(over: Reach, units: CaseUnits, power: PowerInSql): string {
  const { keepsOwnOut } = REACHES[over];
  const about = aboutSql(over, units, power);
  return keepsOwnOut ? `(${about} AND ${units.isAboutNoneOf(power.unitsOfHolder)})` : about;
}

function aboutSql(over: Reach, units: CaseUnits, { unit, leadUnit }: PowerInSql): string {
  const { about } = REACHES[over];
  switch (about) {
    case 'anything':
      return '1';
    case 'ownUnit':
      return units.isAbout(unit);
    case 'someUnit':
      return units.isAboutSome;
    case 'leadUnit':
      return leadUnit === undefined ? '0' : units.isAbout(leadUnit);
    default:
      return about satisfies never;
  }
}
