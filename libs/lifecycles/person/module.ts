import { lifecycleModule } from '#graphql';
import { personResolvers, PersonType } from './graphql.js';
import { personView } from './view.js';

export const personModule = lifecycleModule({ view: personView, type: PersonType, resolvers: personResolvers });
