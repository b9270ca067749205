import type { Personal } from '#kernel';
import type { HoldGround } from './events.js';

/** Names one recipient: a unit; a registered collective with the unit that answers for it; or a person who is known. */
export interface PlaceHold {
  readonly type: 'PlaceHold';
  readonly unit?: string;
  readonly collective?: string;
  readonly person?: Personal;
  readonly ground: HoldGround;
}

export interface ReleaseHold {
  readonly type: 'ReleaseHold';
  readonly id: string;
  readonly hold: string;
}

export type RecipientCommand = PlaceHold | ReleaseHold;
