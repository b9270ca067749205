import { question } from '#kernel';

/** How many plans of a cycle have been issued and are neither accepted nor withdrawn. */
export const openPlans = question('plan.openInYear', {
  asks: { campaign: 'text', year: 'integer' },
  answers: { open: 'integer' },
});
