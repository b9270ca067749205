import { lifecycleModule } from '#graphql';
import { registrationResolvers, RegistrationType } from './graphql.js';
import { registrationView } from './view.js';

/** All that the service needs of registrations. */
export const registrationModule = lifecycleModule({
  view: registrationView,
  type: RegistrationType,
  resolvers: registrationResolvers,
});
