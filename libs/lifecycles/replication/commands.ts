import type { AdoptionMeasure, Scope } from './events.js';

interface On {
  readonly id: string;
}
/** A step of one adopting unit. */
interface OfAdoption extends On {
  readonly unit: string;
}

export interface ProposeReplication {
  readonly type: 'ProposeReplication';
  readonly campaign: string;
  readonly model: string;
  /** The unit that runs the model. */
  readonly unit: string;
  readonly year: number;
}
export interface WithdrawReplication extends On {
  readonly type: 'WithdrawReplication';
}
export interface DecideReplication extends On {
  readonly type: 'DecideReplication';
  readonly scope: Scope;
  readonly mandatory: boolean;
  /** For a selection: the units it is for. */
  readonly units: readonly string[];
}
export interface RefuseReplication extends On {
  readonly type: 'RefuseReplication';
}
export interface PublishReplicationGuide extends On {
  readonly type: 'PublishReplicationGuide';
  readonly guide: string;
}
export interface InviteUnits extends On {
  readonly type: 'InviteUnits';
  readonly units: readonly string[];
}
export interface AcceptAdoption extends OfAdoption {
  readonly type: 'AcceptAdoption';
}
export interface DeclineAdoption extends OfAdoption {
  readonly type: 'DeclineAdoption';
}
export interface StartAdoption extends OfAdoption {
  readonly type: 'StartAdoption';
  /** The adopting unit's own model, derived from the replicated one. */
  readonly model: string;
}
export interface MeasureAdoption extends OfAdoption {
  readonly type: 'MeasureAdoption';
  readonly measures: readonly AdoptionMeasure[];
  /** Civil date. */
  readonly on: string;
}
export interface ConfirmAdoption extends OfAdoption {
  readonly type: 'ConfirmAdoption';
}
export interface FailAdoption extends OfAdoption {
  readonly type: 'FailAdoption';
}
export interface HaltReplication extends On {
  readonly type: 'HaltReplication';
}
export interface CloseReplication extends On {
  readonly type: 'CloseReplication';
}

export type AdoptionCommand =
  AcceptAdoption | DeclineAdoption | StartAdoption | MeasureAdoption | ConfirmAdoption | FailAdoption;
export type ReplicationCommand =
  | ProposeReplication
  | WithdrawReplication
  | DecideReplication
  | RefuseReplication
  | PublishReplicationGuide
  | InviteUnits
  | AdoptionCommand
  | HaltReplication
  | CloseReplication;
