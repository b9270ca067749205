/** A dossier that every obligated unit owes in an open cycle, and that nobody may have begun yet. */
export interface OwedDossier {
  readonly lifecycle: string;
  /** The command that begins it: whoever may send it for the own unit finds the obligation in the inbox. */
  readonly command: string;
  /** The column of the cycle with the exclusive deadline. */
  readonly due: 'plans_before' | 'registrations_before';
  /** When a dossier `it` of the unit and cycle meets the obligation, as a condition in SQL. */
  readonly metBy: string;
}
