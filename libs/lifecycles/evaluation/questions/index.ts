import { question } from '#kernel';

/** How many evaluations of a cycle have come to no result yet. */
export const openEvaluations = question('evaluation.openInYear', {
  asks: { campaign: 'text', year: 'integer' },
  answers: { open: 'integer' },
});

/** How many accepted registrations of a cycle have no result in force. */
export const evaluationsMissing = question('evaluation.missingInYear', {
  asks: { campaign: 'text', year: 'integer' },
  answers: { open: 'integer' },
});

/** A model's results in force, the latest year first. */
export const verdictsForModel = question('evaluation.verdictForModel', {
  asks: { model: 'text' },
  answers: { verdict: 'text', maintained: 'integer', year: 'integer' },
});
