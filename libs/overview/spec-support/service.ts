import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Inject, Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import {
  AwaitPosition,
  edgeRefusals,
  ExplainActions,
  FindEntity,
  RefusedRead,
  RequestReads,
  type Lasting,
  type RequestContext,
} from '#graphql';
import type { Viewer } from '#identity';
import type { ActionAnswer, ReadScope } from '#kernel';
import { lifecycleModules } from '#lifecycles';
import type { Row } from '#views';
import { overviewProviders, overviewResolvers } from '../index.js';
import type { House } from './house.js';

const HOUSE = Symbol('House');

@QueryHandler(FindEntity)
class FindEntityHandler implements IQueryHandler<FindEntity> {
  constructor(@Inject(HOUSE) private readonly house: House) {}

  async execute({ name, id, viewer }: FindEntity): Promise<Row | undefined> {
    return this.house.views.get(name, id, viewer);
  }
}

@QueryHandler(AwaitPosition)
class AwaitPositionHandler implements IQueryHandler<AwaitPosition> {
  constructor(@Inject(HOUSE) private readonly house: House) {}

  execute({ position }: AwaitPosition): Promise<boolean> {
    return this.house.views.waitFor(position, 1_000);
  }
}

@QueryHandler(ExplainActions)
class ExplainActionsHandler implements IQueryHandler<ExplainActions> {
  constructor(@Inject(HOUSE) private readonly house: House) {}

  execute({ asked, reads }: ExplainActions): Promise<readonly ActionAnswer[]> {
    return this.house.host.engine.explain(asked, reads);
  }
}

function contextOf(house: House, subject: string | undefined, lasting: Lasting): RequestContext {
  const viewer = async (reads: ReadScope): Promise<Viewer> => {
    if (subject === undefined) throw new RefusedRead(edgeRefusals.notAuthenticated());
    return house.viewer(subject, reads);
  };
  const looked = new RequestReads(() => house.host.engine.reads(), viewer, lasting);
  return {
    language: 'vi',
    subject,
    unseal: () => Promise.resolve(undefined),
    viewer: () => looked.viewer(),
    reads: () => looked.reads,
    renew: () => looked.renew(),
  };
}

interface Incoming {
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly connectionParams?: Readonly<Record<string, unknown>>;
}

function optionsFor(house: House): ApolloDriverConfig {
  return {
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    subscriptions: { 'graphql-ws': { path: '/graphql' } },
    context: ({ headers, connectionParams }: Incoming) => {
      const subject = connectionParams ? connectionParams['subject'] : headers?.['x-subject'];
      return contextOf(house, typeof subject === 'string' ? subject : undefined, connectionParams ? 'turn' : 'request');
    },
  };
}

@Module({})
class OverviewModule {
  static over(house: House): DynamicModule {
    return {
      module: OverviewModule,
      imports: [CqrsModule.forRoot(), GraphQLModule.forRoot(optionsFor(house))],
      providers: [
        { provide: HOUSE, useValue: house },
        ...[FindEntityHandler, AwaitPositionHandler, ExplainActionsHandler],
        ...overviewProviders(house.reader),
        ...overviewResolvers,
        ...lifecycleModules.flatMap((module) => module.resolvers),
      ],
    };
  }
}

/** A running service with the overviews, on a port of this machine. */
export interface RunningService {
  readonly url: string;
  /** Asks as the subject. */
  ask(subject: string | undefined, query: string, variables?: object): Promise<Answer>;
  end(): Promise<void>;
}

/** What GraphQL answers. */
export interface Answer {
  readonly data?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly message: string }[];
}

/** Serves a house. */
export async function serve(house: House): Promise<RunningService> {
  const app = await NestFactory.create(OverviewModule.over(house), new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
  await app.listen(0, '127.0.0.1');
  const url = `${await app.getUrl()}/graphql`;
  return {
    url,
    ask: async (subject, query, variables = {}) => {
      const headers = { 'content-type': 'application/json', ...(subject && { 'x-subject': subject }) };
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
      return (await response.json()) as Answer;
    },
    end: () => app.close(),
  };
}
