import { question } from '#kernel';

/** The replications of a model that are proposed, decided or running in a cycle. */
export const replicationsUnderWay = question('replication.underWay', {
  asks: { model: 'text', year: 'integer' },
  answers: { id: 'text', year: 'integer' },
});

/** The replications that were decided on a model's evaluation in a year. */
export const replicationsResting = question('replication.replicationsResting', {
  asks: { model: 'text', year: 'integer' },
  answers: { dossier: 'text' },
});

/** How many proposals of a cycle wait for a decision; no unit has to send one again. */
export const openReplications = question('replication.openInYear', {
  asks: { campaign: 'text', year: 'integer' },
  answers: { open: 'integer', until: 'text?' },
});
