import type { Prose } from '#kernel';
import type { EvidenceClaim, Measure, ModelDetails } from './events.js';

interface On {
  readonly id: string;
}

/** What whoever brings a model forward says of it. */
export interface NewModel extends ModelDetails {
  readonly campaign: string;
  /** The unit that owns it, or is to own it. */
  readonly unit: string;
  readonly field: string;
  readonly template?: string;
}

/** A unit brings forward a model of its own. */
export interface ProposeModel extends NewModel {
  readonly type: 'ProposeModel';
  /** The model that this one replicates. */
  readonly derivedFrom?: string;
}
/** Somebody outside the unit points to a model of it (discovery). */
export interface NominateModel extends NewModel {
  readonly type: 'NominateModel';
}
/** The unit makes a nominated model its own. */
export interface TakeUpNomination extends On {
  readonly type: 'TakeUpNomination';
}
/** The unit does not want the nominated model. */
export interface DeclineNomination extends On {
  readonly type: 'DeclineNomination';
}
/** The unit begins to run a registered model. */
export interface StartImplementation extends On {
  readonly type: 'StartImplementation';
}
/** Something was done for the model, and this proves it. */
export interface RecordActivity extends On {
  readonly type: 'RecordActivity';
  /** Civil date of the activity. */
  readonly on: string;
  readonly summary: Prose;
  readonly measures?: readonly Measure[];
  readonly evidence: readonly EvidenceClaim[];
}
/** The unit changes what the model says of itself. */
export interface ReviseModelDetails extends On {
  readonly type: 'ReviseModelDetails';
  /** Only what changes; of the form, only the items that change. */
  readonly details: Partial<ModelDetails>;
}
/** The unit stops for a time. */
export interface SuspendModel extends On {
  readonly type: 'SuspendModel';
}
/** The unit goes on after a stop, or takes up again what was not kept up. */
export interface ResumeModel extends On {
  readonly type: 'ResumeModel';
}
/** Somebody saw that the model is no longer kept up. */
export interface RaiseMaintenanceDoubt extends On {
  readonly type: 'RaiseMaintenanceDoubt';
}
/** Home Affairs declares, after an evaluation, that the model was kept up in a cycle. */
export interface DeclareMaintained extends On {
  readonly type: 'DeclareMaintained';
  readonly year: number;
}
/** Home Affairs declares, after an evaluation, that the model was not kept up in a cycle. */
export interface DeclareNotMaintained extends On {
  readonly type: 'DeclareNotMaintained';
  readonly year: number;
}
/** The model goes to another unit, as when units merge. */
export interface TransferModelOwnership extends On {
  readonly type: 'TransferModelOwnership';
  /** The new owner. */
  readonly to: string;
}
/** A restricted model may be published from now on. */
export interface ClearModelForPublication extends On {
  readonly type: 'ClearModelForPublication';
}
/** The unit gives the model up for good. */
export interface EndModel extends On {
  readonly type: 'EndModel';
}

/** Everything that can be asked of a model. */
export type ModelCommand =
  | ProposeModel
  | NominateModel
  | TakeUpNomination
  | DeclineNomination
  | StartImplementation
  | RecordActivity
  | ReviseModelDetails
  | SuspendModel
  | ResumeModel
  | RaiseMaintenanceDoubt
  | DeclareMaintained
  | DeclareNotMaintained
  | TransferModelOwnership
  | ClearModelForPublication
  | EndModel;
