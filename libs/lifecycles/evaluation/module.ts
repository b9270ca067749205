import { lifecycleModule } from '#graphql';
import { evaluationResolvers, EvaluationType } from './graphql.js';
import { evaluationView } from './view.js';

export const evaluationModule = lifecycleModule({
  view: evaluationView,
  type: EvaluationType,
  resolvers: evaluationResolvers,
});
