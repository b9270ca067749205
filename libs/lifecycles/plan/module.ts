import { lifecycleModule } from '#graphql';
import { planResolvers, PlanType } from './graphql.js';
import { planView } from './view.js';

export const planModule = lifecycleModule({ view: planView, type: PlanType, resolvers: planResolvers });
