import type { Personal } from '#kernel';
import type { RosterBasis, UnitKind } from './events.js';

interface On {
  readonly id: string;
}

/** Dates are civil dates, `YYYY-MM-DD`. */
export interface RegisterUnit {
  readonly type: 'RegisterUnit';
  /** Ours, for ever: the identity follows from it. */
  readonly key: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly code?: string;
  readonly from: string;
  readonly aliases: readonly string[];
  readonly predecessors: readonly string[];
}
export interface RenameUnit extends On {
  readonly type: 'RenameUnit';
  readonly name: string;
  readonly from: string;
}
export interface AssignUnitCode extends On {
  readonly type: 'AssignUnitCode';
  readonly code: string;
  readonly from: string;
}
export interface EnrolUnit extends On, RosterBasis {
  readonly type: 'EnrolUnit';
  readonly obligated: boolean;
  readonly from: string;
}
export interface ExemptUnit extends On {
  readonly type: 'ExemptUnit';
  readonly from: string;
  readonly to?: string;
}
export interface RemoveUnitFromRoster extends On {
  readonly type: 'RemoveUnitFromRoster';
  readonly from: string;
}
export interface AppointHead extends On {
  readonly type: 'AppointHead';
  readonly name: Personal;
  readonly acting: boolean;
  readonly from: string;
}
export interface EndHead extends On {
  readonly type: 'EndHead';
  readonly appointment: string;
  readonly at: string;
}
export interface MergeUnit extends On {
  readonly type: 'MergeUnit';
  readonly into: string;
  readonly from: string;
}
export interface SplitUnit extends On {
  readonly type: 'SplitUnit';
  readonly into: readonly string[];
  readonly from: string;
}
export interface DissolveUnit extends On {
  readonly type: 'DissolveUnit';
  readonly from: string;
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
