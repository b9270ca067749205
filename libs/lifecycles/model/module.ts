import { lifecycleModule } from '#graphql';
import { modelResolvers, ModelType } from './graphql.js';
import { modelView } from './view.js';

/** All that the service needs of models. */
export const modelModule = lifecycleModule({ view: modelView, type: ModelType, resolvers: modelResolvers });
