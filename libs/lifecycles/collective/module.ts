import { lifecycleModule } from '#graphql';
import { collectiveResolvers, CollectiveType } from './graphql.js';
import { collectiveView } from './view.js';

export const collectiveModule = lifecycleModule({
  view: collectiveView,
  type: CollectiveType,
  resolvers: collectiveResolvers,
});
