import type { CommandShape, StoredEvent } from '#kernel';

/** What a process looks at: the name of a dossier's stream. */
export type Subject = string;

/** A command that a process sends in the name of the system. */
export interface Wanted {
  readonly lifecycle: string;
  readonly command: CommandShape;
  /** What it follows from: the deadline's instant, or an event's id. With the command it makes the command's id. */
  readonly because: string;
}

/** What came of looking at a dossier. */
export interface Look {
  readonly wanted: readonly Wanted[];
  /** Other dossiers that are to be looked at because of this one. */
  readonly also?: readonly Subject[];
}

/** Where a scan stands in the order of deadlines. */
export interface Place {
  /** The deadline's exclusive instant. */
  readonly dueAt: string;
  /** The last deadline of that instant that has been passed, in its source's own words; empty at the beginning of the instant. */
  readonly key: string;
}

/** A deadline that a scan has come to. */
export interface DueSubject extends Place {
  readonly subject: Subject;
}

/** How a process finds what falls due. */
export interface DueScan {
  /** How long after a deadline (before it, when negative) there is something to do, in milliseconds, each once. */
  offsets(): Promise<readonly number[]>;
  /** At most `limit` standing deadlines behind a place and not after the instant `to`, in their order: a range of an index. */
  page(after: Place, to: string, limit: number): Promise<readonly DueSubject[]>;
}

/**
 * A process: it reacts to what happens and to what falls due, and acts only by commands. It keeps nothing but how far it has
 * come; looking at the same dossier twice, or from two places at once, changes nothing.
 */
export interface Process {
  /** Lower case with hyphens; part of every command's id and the name of its checkpoint. */
  readonly name: string;
  /** The dossiers to be looked at because of an event. Pure. */
  touches(event: StoredEvent): readonly Subject[];
  /** True when an event may change what is due elsewhere: everything that is due is then looked at again. Pure. */
  unsettles?(event: StoredEvent): boolean;
  readonly due?: DueScan;
  /** What is to be sent for a dossier as it stands now. */
  look(subject: Subject, now: string): Promise<Look>;
}

/** Before every deadline. */
export const BEGINNING: Place = { dueAt: '', key: '' };

/** Behind every deadline of an instant, and of those before: the beginning of the next. */
export const endOf = (instant: string): Place => ({
  dueAt: new Date(Date.parse(instant) + 1).toISOString(),
  key: '',
});
