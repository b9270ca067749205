/** A time that a campaign's cycle keeps for many dossiers: whoever extends it moves every deadline that names it. */
export interface WindowRef {
  readonly campaign: string;
  readonly year: number;
  readonly name: string;
}

/** A window as its keeper declares it. */
export interface Window {
  readonly year: number;
  readonly name: string;
  /** Its end, an exclusive instant. */
  readonly before: string;
  /** False once nothing is asked any more by its end; dossiers that name it keep their date. */
  readonly open: boolean;
}

/**
 * A step that waits: before an exclusive instant of its own, or before a window ends, or without a deadline. Of one unit or
 * subject in particular, where the step waits for each of several.
 */
export interface Due {
  readonly dueAt?: string | undefined;
  readonly window?: WindowRef;
  readonly whom?: string;
}

/** How the deadline of a step follows from a state. */
export interface StepDeadline<S, Rule extends string = string> {
  /** The policy's rules that give it. */
  readonly rules: readonly Rule[];
  /** Given where the step waits for each of several units or subjects, whom `due` then names. */
  readonly each?: 'unit' | 'subject';
  /** What waits in the state; nothing, or an empty list, when the step does not wait at present. */
  due(state: S): Due | readonly Due[] | undefined;
}

/**
 * Somebody owes the step; or it is a right that lapses; or the system takes it once its time has come; or a window ends by which
 * others owe what they may not have begun.
 */
export type DueKind = 'duty' | 'right' | 'timer' | 'window';

/** What waits in a state. */
export interface StandingDue extends Due {
  readonly kind: DueKind;
  /** The step; none for a window, whose dossiers are others'. */
  readonly command?: string;
}
