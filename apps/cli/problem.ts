/** Something the person at the keyboard can do something about: shown as one message, without a stack. */
export class Problem extends Error {
  override readonly name = 'Problem';
}
