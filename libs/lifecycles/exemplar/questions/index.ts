import { question } from '#kernel';

/** The titles that rest on a model's evaluation in a year, and stand. */
export const titlesResting = question('exemplar.titlesResting', {
  asks: { model: 'text', year: 'integer' },
  answers: { dossier: 'text' },
  atMost: 500,
});
