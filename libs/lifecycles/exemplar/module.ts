import { lifecycleModule } from '#graphql';
import { exemplarResolvers, ExemplarType } from './graphql.js';
import { exemplarView } from './view.js';

export const exemplarModule = lifecycleModule({ view: exemplarView, type: ExemplarType, resolvers: exemplarResolvers });
