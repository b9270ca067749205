import { question } from '#kernel';

/** How many evaluations of a cycle have come to no result yet, and until when units may object to results. */
export const openEvaluations = question('evaluation.openInYear', {
  asks: { campaign: 'text', year: 'integer' },
  answers: { open: 'integer', until: 'text?' },
});

/** A model's results in force, the latest year first. */
export const verdictsForModel = question('evaluation.verdictForModel', {
  asks: { model: 'text' },
  answers: { verdict: 'text', maintained: 'integer', year: 'integer' },
});
