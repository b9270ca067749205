import { question } from '#kernel';

/** Which units run models that were replicated from this one, each unit once; models that have ended count. */
export const derivedModels = question('model.derivedFrom', {
  asks: { model: 'text' },
  answers: { unit: 'text' },
});
