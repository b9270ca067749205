import { question } from '#kernel';

/** The replications of a model that are proposed, decided or running in a cycle. */
export const replicationsUnderWay = question('replication.underWay', {
  asks: { model: 'text', year: 'integer' },
  answers: { id: 'text', year: 'integer' },
});
