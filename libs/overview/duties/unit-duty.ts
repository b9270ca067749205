import type { Text } from '#kernel';
import type { Reading, TargetKey, WindowName } from '#lifecycles/campaign';

/**
 * What every obligated unit must have in a cycle: said once, for the inbox of those who have not begun it, for the list of
 * those who are without it, for the target that counts it, and for the closing of the year.
 */
export interface UnitDuty {
  /** The key of the campaign's target that asks for it. */
  readonly key: TargetKey;
  readonly lifecycle: string;
  /** The window of the cycle by whose end it is owed. */
  readonly window: WindowName;
  /** The command that begins it: whoever may send it for the own unit finds in the inbox what is not begun. */
  readonly begin: string;
  /** When a dossier `it` of the unit and cycle has been begun and not come to nothing, as a condition in SQL. */
  readonly begunBy: string;
  /** When the authorities are still to settle a dossier `it` of the unit and cycle, likewise. */
  readonly underWay: string;
  /** Who has done it, as the sentence says it. */
  readonly done: Text;
  readonly readings: readonly {
    readonly reading: Reading;
    /** Which dossiers `it` of the unit and cycle fulfil the duty, as a condition in SQL. */
    readonly metBy: string;
  }[];
}
