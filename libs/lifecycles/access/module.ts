import { lifecycleModule } from '#graphql';
import { accessResolvers, SubjectType } from './graphql.js';
import { accessView } from './view.js';

export const accessModule = lifecycleModule({ view: accessView, type: SubjectType, resolvers: accessResolvers });
