import type { Type } from '@nestjs/common';
import { PersonNameResolver } from '#graphql';
import { lifecycleModules } from '#lifecycles';
import { overviewResolvers } from '#overview';
import { MeResolver } from './me.resolver.js';
import { NodeResolver } from './node.resolver.js';
import { RefusedAttemptsResolver } from './refused-attempts.resolver.js';

/** Every resolver of the API: the lifecycles' own and those that span them. */
export const resolverTypes: readonly Type[] = [
  ...lifecycleModules.flatMap((module) => module.resolvers),
  NodeResolver,
  MeResolver,
  RefusedAttemptsResolver,
  PersonNameResolver,
  ...overviewResolvers,
];
