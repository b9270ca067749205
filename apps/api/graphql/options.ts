import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyRequest } from 'fastify';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';
import {
  Instant,
  LocalDate,
  LogPosition,
  preferredLanguage,
  RefusedRead,
  userErrorTypes,
  type RequestContext,
} from '#graphql';
import type { Language } from '#kernel';
import { lifecycleModules } from '#lifecycles';
import { errorPlugin, errorWords } from '../http/errors.js';
import type { Gate } from '../http/gate.js';
import type { Service } from '../service.js';
import { socketOptions, type SocketExtra } from './sockets.js';

/** Bounds on one request: deep enough for a dossier with its neighbours, far from what would hurt. */
const LIMITS = { depth: 12, aliases: 30, cost: 30_000, tokens: 5_000 };

type Reject = (context: ValidationContext | null, error: GraphQLError) => void;
const report: Reject[] = [(context, error) => context?.reportError(error)];
const bounded = { propagateOnRejection: false, onReject: report };

const rules = (): ValidationRule[] => [
  maxDepthRule({ n: LIMITS.depth, ...bounded }) as ValidationRule,
  maxAliasesRule({ n: LIMITS.aliases, ...bounded }) as ValidationRule,
  costLimitRule({ maxCost: LIMITS.cost, ...bounded }) as ValidationRule,
];

/** A token that is not good ends the request with 401, as HTTP clients expect; one that cannot be checked now, with 503. */
function denied(error: RefusedRead, language: Language): GraphQLError {
  const { code, message } = error.refusal;
  const http =
    code === 'KEYS_UNAVAILABLE'
      ? { status: 503 }
      : { status: 401, headers: new Map([['www-authenticate', 'Bearer error="invalid_token"']]) };
  const extensions: Record<string, unknown> = {
    code,
    userErrors: [{ code, message: message[language], path: [] }],
    http,
  };
  return new GraphQLError(message[language], { originalError: error, extensions });
}

async function contextFor(
  gate: Gate,
  authorization: string | undefined,
  acceptLanguage: string | undefined,
): Promise<RequestContext> {
  try {
    return (await gate.admit({ authorization, acceptLanguage })).context;
  } catch (error) {
    throw error instanceof RefusedRead ? denied(error, preferredLanguage(acceptLanguage)) : error;
  }
}

interface RequestArgument {
  readonly headers?: FastifyRequest['headers'];
  readonly extra?: SocketExtra;
}

/** How Apollo runs here: code-first schema, one error shape, bounds, sockets that know who listens. */
export function graphqlOptions(service: Service, gate: Gate): ApolloDriverConfig {
  const word = errorWords(service);
  return {
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    graphiql: false,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: service.configuration.profile === 'production',
    buildSchemaOptions: {
      orphanedTypes: [...userErrorTypes, ...lifecycleModules.flatMap((module) => [...(module.orphans ?? [])])],
    },
    resolvers: { Instant, LocalDate, LogPosition },
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: rules(),
    plugins: [errorPlugin(word)],
    subscriptions: { 'graphql-ws': socketOptions({ gate, word, rules: rules(), maxTokens: LIMITS.tokens }) },
    context: (request: RequestArgument): Promise<RequestContext> =>
      request.extra?.context
        ? Promise.resolve(request.extra.context)
        : contextFor(gate, request.headers?.authorization, request.headers?.['accept-language']),
  };
}
