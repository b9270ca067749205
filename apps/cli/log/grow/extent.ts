/** How far a year is multiplied. */
export interface Extent {
  /** Copies of all units. */
  readonly groups: number;
  /** How often the year is lived through. */
  readonly rounds: number;
  /** Campaigns that run side by side. */
  readonly programmes: number;
}

/** How long a log is before further campaigns run beside the first. */
const MOST_ROUNDS = 20;

/**
 * So many copies of the year as make at least so many events.
 * @param events how many the log shall have
 * @param roster those of the year that units and people come with: told once for each group
 * @param dossiers all others of the year
 */
export function extentOf(events: number, groups: number, roster: number, dossiers: number): Extent {
  const copies = Math.max(1, Math.ceil((events - roster * groups) / dossiers / groups));
  const rounds = Math.min(MOST_ROUNDS, copies);
  return { groups, rounds, programmes: Math.ceil(copies / rounds) };
}
