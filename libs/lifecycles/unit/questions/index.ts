import { question } from '#kernel';

/** Every unit that was merged or split into this one, over any number of steps; this one itself among them. */
export const unitKin = question('unit.kin', {
  asks: { unit: 'text' },
  answers: { unit: 'text' },
});

/** Every name, past names and aliases among them, of the body that decides for the city. */
export const decidingNames = question('unit.decidingNames', {
  asks: {},
  answers: { name: 'text' },
});

/** The unit that bears a name (see `plainName`): the one that bore it on a day before one that came to it later; at most one. */
export const unitsNamed = question('unit.named', {
  asks: { name: 'text', day: 'text' },
  answers: { unit: 'text' },
});
