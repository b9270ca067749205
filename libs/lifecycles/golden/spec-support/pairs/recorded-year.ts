import type { CommandRequest, KeyRing, LogIdentity, StoredEvent } from '#kernel';
import { lifecycleModules } from '#lifecycles';
import { everything, playTelling, type Sent, type Stage } from '../actors.js';

/** A played year: what its log holds, and every command that was sent, in order. */
export interface Year {
  readonly identity: LogIdentity;
  readonly keys: KeyRing;
  readonly log: readonly StoredEvent[];
  readonly sent: readonly Sent[];
}

/** A beginning of the log at which a command of the story is about to be sent. */
export interface Place {
  readonly year: Year;
  /** How many events the log holds. */
  readonly before: number;
  /** The instant at which everything that is tried here is sent. */
  readonly now: string;
  readonly about: CommandRequest;
}

/** Plays a story and keeps what was sent. */
export async function playedYear(story: (stage: Stage) => Promise<void>): Promise<Year> {
  const sent: Sent[] = [];
  const { store, identity, keys } = await playTelling(story, lifecycleModules, (it) => void sent.push(it));
  const log = await everything(store);
  await store.close();
  return { identity, keys, log, sent };
}

/** Every place of a year. */
export const placesOf = (year: Year): readonly Place[] =>
  year.sent.map(({ request, now, before }) => ({ year, before, now, about: request }));
