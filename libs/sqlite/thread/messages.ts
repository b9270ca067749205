import type { Failure } from '../file-fault.js';

/** To the thread: questions in the order they were asked, or the order to finish. */
export type ToThread<Question> = readonly Question[] | 'close';

/** The thread's first word: what it found when it opened the file, or why it could not. */
export type Opening<Found> = { readonly found: Found } | { readonly failure: Failure };

/** From then on: answers in the order of the questions, and whatever else is to be known of the group. */
export interface Reply<Answer> {
  readonly answers: readonly Answer[];
}
