import { lifecycleModule } from '#graphql';
import { OutreachType, outreachResolvers } from './graphql.js';
import { outreachView } from './view.js';

export const outreachModule = lifecycleModule({ view: outreachView, type: OutreachType, resolvers: outreachResolvers });
