import { question } from '#kernel';

/** Which collectives of a unit have, or had, this name; asked in one spelling (`plainName`). */
export const namesakes = question('collective.namesakes', {
  asks: { unit: 'text', plain: 'text' },
  answers: { collective: 'text' },
});
