import type { Personal } from '#kernel';
import type { DuplicateGround } from './events.js';

interface On {
  readonly id: string;
}

interface NewRegistration {
  readonly model: string;
  /** The model's campaign and owner: they decide whose policy and whose power apply. */
  readonly campaign: string;
  readonly unit: string;
  readonly year: number;
  /** The model's name unless given. */
  readonly title?: string;
  readonly responsible: Personal;
}

/** A unit drafts the registration of its model for a cycle. */
export interface RegisterModel extends NewRegistration {
  readonly type: 'RegisterModel';
}
/** A unit drafts the registration of a model that it ran in an earlier cycle. */
export interface ContinueModel extends NewRegistration {
  readonly type: 'ContinueModel';
  /** The earlier cycle in which the model's registration was accepted. */
  readonly fromYear: number;
}
/** The head of the unit sends it. */
export interface SubmitRegistration extends On {
  readonly type: 'SubmitRegistration';
}
/** Home Affairs confirms that it arrived. */
export interface ReceiveRegistration extends On {
  readonly type: 'ReceiveRegistration';
}
/** Home Affairs sends it back to be completed. */
export interface ReturnRegistration extends On {
  readonly type: 'ReturnRegistration';
}
/** Home Affairs accepts it: the model may start. */
export interface AcceptRegistration extends On {
  readonly type: 'AcceptRegistration';
}
/** Home Affairs does not accept it. */
export interface RejectRegistration extends On {
  readonly type: 'RejectRegistration';
}
/** The unit takes it back to change it. */
export interface WithdrawRegistration extends On {
  readonly type: 'WithdrawRegistration';
}
/** It may be the same as another registration. */
export interface FlagDuplicate extends On {
  readonly type: 'FlagDuplicate';
  /** The other registration. */
  readonly other: string;
  readonly ground: DuplicateGround;
}

/** Both dossiers are one and the other is kept, or they are two. */
export const DUPLICATE_OUTCOMES = ['CONFIRMED', 'DISMISSED'] as const;
export type DuplicateOutcome = (typeof DUPLICATE_OUTCOMES)[number];

/** Home Affairs decides on the suspected duplicate. */
export interface ResolveDuplicate extends On {
  readonly type: 'ResolveDuplicate';
  readonly outcome: DuplicateOutcome;
}
/** The dossier follows its model to the new owner. */
export interface TransferRegistration extends On {
  readonly type: 'TransferRegistration';
}
/** The unit gives it up before the model starts. */
export interface CancelRegistration extends On {
  readonly type: 'CancelRegistration';
}
/** The unit gives it up after the model has started. */
export interface AbandonRegistration extends On {
  readonly type: 'AbandonRegistration';
}

/** Everything that can be asked of a registration. */
export type RegistrationCommand =
  | RegisterModel
  | ContinueModel
  | SubmitRegistration
  | ReceiveRegistration
  | ReturnRegistration
  | AcceptRegistration
  | RejectRegistration
  | WithdrawRegistration
  | FlagDuplicate
  | ResolveDuplicate
  | TransferRegistration
  | CancelRegistration
  | AbandonRegistration;
