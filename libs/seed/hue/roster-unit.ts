import type { RosterBasis, UnitKind } from '#lifecycles/unit';

/** A unit as the roster of the campaign begins with it. */
export interface RosterUnit extends RosterBasis {
  /** Ours, for ever; for communes it equals the code they began with. */
  readonly key: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly code?: string;
  /** `YYYY-MM-DD`. */
  readonly from: string;
  readonly aliases: readonly string[];
  readonly predecessors: readonly string[];
  /** Counted in the targets; null while nobody has established whether it is. */
  readonly obligated: boolean | null;
}
