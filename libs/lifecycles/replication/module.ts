import { lifecycleModule } from '#graphql';
import { replicationResolvers, ReplicationType } from './graphql.js';
import { replicationView } from './view.js';

export const replicationModule = lifecycleModule({
  view: replicationView,
  type: ReplicationType,
  resolvers: replicationResolvers,
});
