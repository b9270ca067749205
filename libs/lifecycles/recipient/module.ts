import { lifecycleModule } from '#graphql';
import { HeldRecipientType, recipientResolvers } from './graphql.js';
import { recipientView } from './view.js';

export const recipientModule = lifecycleModule({
  view: recipientView,
  type: HeldRecipientType,
  resolvers: recipientResolvers,
});
