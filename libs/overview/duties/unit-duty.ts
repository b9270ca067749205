import type { Text } from '#kernel';
import type { WindowName } from '#lifecycles/campaign';
import type { Count, Reading } from '../targets/measure.js';

/**
 * What every obligated unit must have in a cycle: said once, for the inbox of those who have not begun it, for the list of
 * those who are without it, and for the target that counts it.
 */
export interface UnitDuty {
  /** The key of the campaign's target that asks for it. */
  readonly key: string;
  readonly lifecycle: string;
  /** The window of the cycle by whose end it is owed. */
  readonly window: WindowName;
  /** The command that begins it: whoever may send it for the own unit finds in the inbox what is not begun. */
  readonly begin: string;
  /** When a dossier `it` of the unit and cycle has been begun and not come to nothing, as a condition in SQL. */
  readonly begunBy: string;
  /** Who has done it, as the sentence says it. */
  readonly done: Text;
  readonly readings: readonly {
    readonly reading: Reading;
    readonly primary: Count['primary'];
    /** Which dossiers `it` of the unit and cycle fulfil the duty, as a condition in SQL. */
    readonly metBy: string;
  }[];
}
