import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { GraphQLModule } from '@nestjs/graphql';
import { lifecycleModules } from '#lifecycles';
import { overviewProviders } from '#overview';
import { handlers } from './graphql/handlers.js';
import { graphqlOptions } from './graphql/options.js';
import { resolverTypes } from './graphql/resolver-types.js';
import { SERVICE } from './graphql/tokens.js';
import { PassThroughFilter } from './http/pass-through.filter.js';
import type { Gate } from './http/gate.js';
import type { Service } from './service.js';

/** The service as Nest sees it: every lifecycle's resolvers over the buses. */
@Module({})
export class AppModule {
  static with(service: Service, gate: Gate): DynamicModule {
    const { views, clock } = service;
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot(), GraphQLModule.forRoot(graphqlOptions(service, gate))],
      providers: [
        { provide: SERVICE, useValue: service },
        { provide: APP_FILTER, useClass: PassThroughFilter },
        ...handlers,
        ...overviewProviders({ views, clock, modules: lifecycleModules }),
        ...resolverTypes,
      ],
    };
  }
}
