import { lifecycleModule } from '#graphql';
import { unitResolvers, UnitType } from './graphql.js';
import { unitView } from './view.js';

export const unitModule = lifecycleModule({ view: unitView, type: UnitType, resolvers: unitResolvers });
