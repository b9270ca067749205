import type { Type } from '@nestjs/common';
import { PersonNameResolver } from '#graphql';
import { lifecycleModules } from '#lifecycles';
import { NodeResolver } from './node.resolver.js';

/** Every resolver of the API: the lifecycles' own and those that span them. */
export const resolverTypes: readonly Type[] = [...lifecycleModules.flatMap((module) => module.resolvers), NodeResolver, PersonNameResolver];
