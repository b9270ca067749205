import { lifecycleModule } from '#graphql';
import { commendationResolvers, CommendationType } from './graphql.js';
import { commendationView } from './view.js';

export const commendationModule = lifecycleModule({
  view: commendationView,
  type: CommendationType,
  resolvers: commendationResolvers,
});
