/** Combining marks: tones, breves, circumflexes and horns once a text is decomposed. */
const MARKS = /\p{M}/gu;

/** The text as a search compares it: no tone or vowel marks, `đ` as `d`, lower case. */
export function foldVietnamese(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').toLowerCase().replaceAll('đ', 'd');
}
