import { getOperationAST, GraphQLError, parse, specifiedRules, validate } from 'graphql';
import type {
  DocumentNode,
  ExecutionResult,
  FormattedExecutionResult,
  GraphQLFormattedError,
  GraphQLSchema,
  ValidationRule,
} from 'graphql';
import type { Context as SocketContext, SubscribePayload } from 'graphql-ws';
import { preferredLanguage, RefusedRead, type RequestContext } from '#graphql';
import { systemClock } from '#runtime';
import type { WordError } from '../http/errors.js';
import type { Gate } from '../http/gate.js';

/** What a socket carries from its opening on. */
export interface SocketExtra {
  context?: RequestContext;
  readonly socket: { close(code: number, reason: string): void; on(event: 'close', listener: () => void): void };
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A socket lives no longer than its token. */
function closeAtExpiry({ socket }: SocketExtra, expiresAt: string | undefined): void {
  if (expiresAt === undefined) return;
  const timer = setTimeout(
    () => socket.close(4403, 'Token expired'),
    Math.max(0, Date.parse(expiresAt) - Date.parse(systemClock.now())),
  );
  socket.on('close', () => clearTimeout(timer));
}

/** Lets a socket in with a good token only; it is closed when that expires. */
async function onConnect(gate: Gate, { connectionParams, extra }: SocketContext): Promise<boolean> {
  const socket = extra as SocketExtra;
  try {
    const params = connectionParams ?? {};
    const credentials = {
      authorization: text(params['authorization']),
      acceptLanguage: text(params['acceptLanguage']),
    };
    const admitted = await gate.admit(credentials, 'turn');
    socket.context = admitted.context;
    closeAtExpiry(socket, admitted.expiresAt);
    return admitted.context.subject !== undefined;
  } catch (error) {
    if (error instanceof RefusedRead) return false;
    throw error;
  }
}

/** What sockets are run with. */
export interface SocketParts {
  readonly gate: Gate;
  readonly word: WordError;
  readonly rules: readonly ValidationRule[];
  readonly maxTokens: number;
}

/** Sockets are for listening; what is asked once goes over HTTP, where its cost is bounded and its outcome has a status. */
function mistakeIn({ query, operationName }: SubscribePayload, maxTokens: number): GraphQLError | undefined {
  try {
    const operation = getOperationAST(parse(query, { maxTokens }), operationName)?.operation;
    return operation === 'subscription'
      ? undefined
      : new GraphQLError('Only subscriptions are served over a WebSocket.');
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** How subscriptions run: for those who are let in, within the bounds of every document, each error in the one shape. */
export function socketOptions({ gate, word, rules, maxTokens }: SocketParts) {
  const worded = (
    { connectionParams, extra }: SocketContext,
    errors: readonly GraphQLError[],
  ): GraphQLFormattedError[] => {
    const language =
      (extra as SocketExtra).context?.language ?? preferredLanguage(text(connectionParams?.['acceptLanguage']));
    return errors.map((error) => word(error, language));
  };
  return {
    path: '/graphql',
    onConnect: (context: SocketContext): Promise<boolean> => onConnect(gate, context),
    onSubscribe: (
      _context: SocketContext,
      _id: string,
      payload: SubscribePayload,
    ): readonly GraphQLError[] | undefined => {
      const mistake = mistakeIn(payload, maxTokens);
      return mistake && [mistake];
    },
    validate: (schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] =>
      validate(schema, document, [...specifiedRules, ...rules]),
    onNext: (
      context: SocketContext,
      _id: string,
      _payload: SubscribePayload,
      _args: unknown,
      result: ExecutionResult,
    ): FormattedExecutionResult | undefined => result.errors && { ...result, errors: worded(context, result.errors) },
    onError: (
      context: SocketContext,
      _id: string,
      _payload: SubscribePayload,
      errors: readonly GraphQLError[],
    ): GraphQLFormattedError[] => worded(context, errors),
  };
}
