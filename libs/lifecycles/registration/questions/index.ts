import { question } from '#kernel';

/** How many registrations of a cycle the authorities have or are doubted, and until when units may send others again. */
export const openRegistrations = question('registration.openInYear', {
  asks: { campaign: 'text', year: 'integer' },
  answers: { open: 'integer', until: 'text?' },
});

/** The accepted registrations of a model, the earliest cycle first. */
export const acceptedForModel = question('registration.acceptedForModel', {
  asks: { model: 'text' },
  answers: { registration: 'text', year: 'integer' },
});

/**
 * The unit's other registrations of the same template in the same place and cycle, of those that are under review or accepted;
 * the first sent first. None without a template; an empty `subUnit` is the unit as a whole.
 */
export const similarRegistrations = question('registration.similar', {
  asks: { unit: 'text', year: 'integer', template: 'text?', subUnit: 'text', model: 'text' },
  answers: { registration: 'text', model: 'text' },
});
