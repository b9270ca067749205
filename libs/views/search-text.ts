/** Combining marks: tones, breves, circumflexes and horns once a text is decomposed. */
const MARKS = /\p{M}/gu;
const WORDS = /[\p{L}\p{N}]+/gu;

/** The text as a search compares it: no tone or vowel marks, `đ` as `d`, lower case. */
const folded = (text: string): string => text.normalize('NFD').replace(MARKS, '').toLowerCase().replaceAll('đ', 'd');

/** The words of a text as a search compares them; marks of punctuation only part them. */
const wordsOf = (text: string): readonly string[] => folded(text).match(WORDS) ?? [];

/** A text as it is kept to be searched: two spaces stand before each word, so that three letters may also tell its beginning. */
export const searchable = (text: string): string =>
  wordsOf(text)
    .map((word) => `  ${word}`)
    .join('');

/**
 * What must occur in a searchable text, a piece for each word that is looked for. No piece is shorter than three letters, which is
 * what the index knows: a word of one or two must begin a word, a longer one may stand anywhere in it.
 */
export const needlesOf = (wanted: string): readonly string[] =>
  wordsOf(wanted).map((word) => ' '.repeat(Math.max(0, 3 - [...word].length)) + word);
