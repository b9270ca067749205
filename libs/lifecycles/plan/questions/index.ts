import { question } from '#kernel';

/** How many plans of a cycle the authorities have, and until when units may send others again. */
export const openPlans = question('plan.openInYear', {
  asks: { campaign: 'text', year: 'integer' },
  answers: { open: 'integer', until: 'text?' },
});
