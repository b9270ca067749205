import type { Personal } from '#kernel';
import type { RosterBasis, UnitKind } from './events.js';

interface On {
  readonly id: string;
}

/** From when a fact holds is said around the command, by `effectiveFrom`; the day of the act unless it is. */
export interface RegisterUnit {
  readonly type: 'RegisterUnit';
  /** Ours, for ever: the identity follows from it. */
  readonly key: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly code?: string;
  readonly aliases: readonly string[];
  readonly predecessors: readonly string[];
}
export interface RenameUnit extends On {
  readonly type: 'RenameUnit';
  readonly name: string;
}
export interface AssignUnitCode extends On {
  readonly type: 'AssignUnitCode';
  readonly code: string;
}
export interface EnrolUnit extends On, RosterBasis {
  readonly type: 'EnrolUnit';
  readonly obligated: boolean;
}
export interface ExemptUnit extends On {
  readonly type: 'ExemptUnit';
  /** A civil date, `YYYY-MM-DD`, exclusive. */
  readonly to?: string;
}
export interface RemoveUnitFromRoster extends On {
  readonly type: 'RemoveUnitFromRoster';
}
export interface AppointHead extends On {
  readonly type: 'AppointHead';
  readonly name: Personal;
  readonly acting: boolean;
}
export interface EndHead extends On {
  readonly type: 'EndHead';
  readonly appointment: string;
}
export interface MergeUnit extends On {
  readonly type: 'MergeUnit';
  readonly into: string;
}
export interface SplitUnit extends On {
  readonly type: 'SplitUnit';
  readonly into: readonly string[];
}
export interface DissolveUnit extends On {
  readonly type: 'DissolveUnit';
}

export type UnitCommand =
  | RegisterUnit
  | RenameUnit
  | AssignUnitCode
  | EnrolUnit
  | ExemptUnit
  | RemoveUnitFromRoster
  | AppointHead
  | EndHead
  | MergeUnit
  | SplitUnit
  | DissolveUnit;
