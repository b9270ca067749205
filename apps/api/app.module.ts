import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { GraphQLModule } from '@nestjs/graphql';
import { PersonNameResolver } from '#graphql';
import { lifecycleModules } from '#lifecycles';
import { handlers } from './graphql/handlers.js';
import { NodeResolver } from './graphql/node.resolver.js';
import { graphqlOptions } from './graphql/options.js';
import { SERVICE } from './graphql/tokens.js';
import type { Gate } from './http/gate.js';
import type { Service } from './service.js';

/** The service as Nest sees it: every lifecycle's resolvers over the buses. */
@Module({})
export class AppModule {
  static with(service: Service, gate: Gate): DynamicModule {
    const resolvers = lifecycleModules.flatMap((module) => module.resolvers);
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot(), GraphQLModule.forRoot(graphqlOptions(service, gate))],
      providers: [{ provide: SERVICE, useValue: service }, ...handlers, ...resolvers, NodeResolver, PersonNameResolver],
    };
  }
}
