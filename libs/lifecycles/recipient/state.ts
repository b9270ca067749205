import { localDateOf } from '#calendar';
import type { EventMeta, Fold, Recorded } from '#kernel';
import { recipientEvents, type HeldParty, type HoldGround, type RecipientEvent } from './events.js';

/** Why nothing is granted for the time being, since when, and who said so. */
export interface Hold {
  readonly hold: string;
  readonly ground: HoldGround;
  /** The instant of recording: from then on it stands in the way, whatever a later paper's date. */
  readonly since: string;
  /** The civil day of the document that it rests on. */
  readonly on: string;
  readonly placedBy: { readonly role: string; readonly unit: string };
}

/** A hold that has been released. */
export interface EndedHold extends Hold {
  /** The instant of recording. */
  readonly until: string;
}

interface RecipientFacts {
  readonly recipient: HeldParty;
  /** Those that stand, each until it is released: the oldest first. */
  readonly holds: readonly Hold[];
  readonly ended: readonly EndedHold[];
}

type In<Status extends string> = RecipientFacts & { readonly status: Status };

/** Whether somebody may be commended: those of whom nothing is recorded may. */
export type RecipientState = { readonly status: 'none' } | In<'held'> | In<'free'>;
/** Somebody who is, or was, on hold. */
export type KnownRecipient = Exclude<RecipientState, { status: 'none' }>;

function evolve(state: RecipientState, { event, meta }: Recorded<RecipientEvent>): RecipientState {
  switch (event.type) {
    case 'RecipientHoldPlaced':
      return placed(state, event.data, meta);
    case 'RecipientHoldReleased':
      return state.status === 'none' ? state : released(state, event.data.hold, meta.recordedAt);
    default:
      return event satisfies never;
  }
}

function placed(
  state: RecipientState,
  { hold, recipient, ground }: Extract<RecipientEvent, { type: 'RecipientHoldPlaced' }>['data'],
  { recordedAt, occurredAt, document, actor: { role, unit } }: EventMeta,
): RecipientState {
  const on = document?.signedOn ?? localDateOf(occurredAt);
  const before = state.status === 'none' ? { holds: [], ended: [] } : state;
  const next: Hold = { hold, ground, since: recordedAt, on, placedBy: { role, unit } };
  return { status: 'held', recipient, holds: [...before.holds, next], ended: before.ended };
}

function released(state: KnownRecipient, hold: string, until: string): RecipientState {
  const holds = state.holds.filter((it) => it.hold !== hold);
  const ended = state.holds.filter((it) => it.hold === hold).map((it) => ({ ...it, until }));
  return { ...state, status: holds.length > 0 ? 'held' : 'free', holds, ended: [...state.ended, ...ended] };
}

/** A stream for each recipient that was ever held, under `recipientKey`. */
export const recipientFold: Fold<RecipientState, RecipientEvent> = {
  name: 'recipient',
  initial: { status: 'none' },
  evolve,
  events: recipientEvents,
};
