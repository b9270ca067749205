import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { Logger } from '@nestjs/common';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { preferredLanguage, RefusedRead, userErrorOf } from '#graphql';
import { derivedId, type Language, type Refusal } from '#kernel';
import { ProjectionsBehind, ProjectionsNotBuilt, ProjectionStopped } from '#projections';
import { InvalidCursor } from '#views';
import { edgeRefusals } from '#graphql';
import type { Service } from '../service.js';
import { notNow, requestInvalid, unexpectedFault } from './fault-refusals.js';

const CLIENT_CODES = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
];

/** What a value of a variable must not be repeated for: it may name a person. The place and the reason say enough. */
const MISTAKEN_PART = /^Variable "\$\w+" got invalid value .* at "([^"]*)"; (.*)$/s;
const MISTAKEN_WHOLE = /^Variable "\$(\w+)" got invalid value .*; (.*)$/s;

function documentRefusal(message: string): Refusal {
  const [, place, reason] = MISTAKEN_PART.exec(message) ?? MISTAKEN_WHOLE.exec(message) ?? [];
  if (place === undefined) return requestInvalid({ detail: message });
  return requestInvalid(
    { detail: reason ?? '' },
    place.split(/[.[\]]+/).filter((step) => step !== ''),
  );
}

type Sending = GraphQLRequestContextWillSendResponse<{ language?: Language }>;

/** Words an error for a reader. */
export type WordError = (error: GraphQLError, language: Language) => GraphQLFormattedError;

/** A mistake in the request itself has no field it came from and no cause of ours. */
const isAboutRequest = (error: GraphQLError): boolean =>
  CLIENT_CODES.includes(String(error.extensions['code'])) ||
  (error.originalError === undefined && error.path === undefined);

/** Shows every top-level error as a stable code and a sentence in the reader's language; faults show an id and nothing internal. */
export function errorWords({ random }: Pick<Service, 'random'>): WordError {
  const logger = new Logger('GraphQL');
  const refusalOf = (error: GraphQLError): Refusal => {
    const cause = unwrapResolverError(error);
    if (cause instanceof RefusedRead) return cause.refusal;
    if (cause instanceof InvalidCursor) return edgeRefusals.pageInvalid({ max: 100 });
    if (cause instanceof ProjectionsNotBuilt) return notNow.notBuilt({ events: cause.progress.done });
    if (cause instanceof ProjectionsBehind) return notNow.behind();
    if (isAboutRequest(error)) return documentRefusal(error.message);
    const errorId = derivedId('error', random.bytes(16).toString('hex'));
    logger.error({
      errorId,
      message: cause instanceof Error ? cause.message : String(cause),
      stack: cause instanceof Error ? cause.stack : undefined,
    });
    return cause instanceof ProjectionStopped ? notNow.stopped({ errorId }) : unexpectedFault({ errorId });
  };
  return (error, language) => {
    const refusal = refusalOf(error);
    const { code, message } = userErrorOf(refusal, language);
    const path = refusal.path ?? error.path?.map(String) ?? [];
    const errorId = refusal.facts['errorId'];
    return {
      message,
      ...(error.locations && { locations: error.locations }),
      ...(error.path && { path: error.path }),
      extensions: { code, userErrors: [{ code, message, path }], ...(errorId !== undefined && { errorId }) },
    };
  };
}

/** Words the errors of every answer over HTTP. */
export function errorPlugin(word: WordError): ApolloServerPlugin<{ language?: Language }> {
  const rewrite = async ({ errors, response, contextValue, request }: Sending): Promise<void> => {
    if (!errors?.length || response.body.kind !== 'single') return;
    const language = contextValue.language ?? preferredLanguage(request.http?.headers.get('accept-language'));
    response.body.singleResult.errors = errors.map((error) => word(error, language));
  };
  return { requestDidStart: async () => ({ willSendResponse: rewrite }) };
}
