import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { preferredLanguage, userErrorOf } from '#graphql';
import { defineRefusal, derivedId, type Randomness, type Refusal, type RefusalKind } from '#kernel';
import { requestInvalid, unexpectedFault } from './fault-refusals.js';

const BY_STATUS: Readonly<Record<number, RefusalKind>> = {
  404: defineRefusal(
    'ADDRESS_NOT_FOUND',
    'Không có địa chỉ này trên dịch vụ.',
    'There is no such address on this service.',
  ),
  413: defineRefusal(
    'REQUEST_TOO_LARGE',
    'Yêu cầu quá lớn. Hãy gửi ít nội dung hơn.',
    'The request is too large. Please send less at a time.',
  ),
  415: defineRefusal(
    'CONTENT_TYPE_NOT_SUPPORTED',
    'Dịch vụ chỉ nhận nội dung kiểu application/json.',
    'The service takes application/json only.',
  ),
};

/** What stands in an error answer that was written before GraphQL had its say: the server's own, or Apollo's. */
interface Bare {
  readonly message?: unknown;
  readonly statusCode?: unknown;
  readonly errors?: readonly { readonly message?: unknown; readonly extensions?: { readonly userErrors?: unknown } }[];
}

/** Gives every answer that refuses a request before GraphQL takes it the one shape of errors: code, sentence, path. */
export function wordEdgeErrors(fastify: FastifyInstance, random: Randomness): void {
  const logger = new Logger('HTTP');
  fastify.addHook('onSend', async (request, reply, payload) => {
    const detail = reply.statusCode < 400 || typeof payload !== 'string' ? undefined : bareMessage(payload);
    if (detail === undefined) return payload;
    const refusal = refusalFor(reply.statusCode, detail, random);
    if (reply.statusCode >= 500) logger.error({ errorId: refusal.facts['errorId'], message: detail });
    reply.removeHeader('content-length').type('application/json; charset=utf-8');
    return JSON.stringify(worded(refusal, request.headers['accept-language']));
  });
}

/** The message of an answer that is not in our shape; undefined when it is, or is no error answer at all. */
function bareMessage(payload: string): string | undefined {
  const body = parsed(payload);
  if (body?.errors)
    return body.errors.some((error) => error.extensions?.userErrors === undefined)
      ? String(body.errors[0]?.message ?? '')
      : undefined;
  return body?.statusCode === undefined ? undefined : String(body.message ?? '');
}

function parsed(payload: string): Bare | undefined {
  try {
    return JSON.parse(payload) as Bare;
  } catch {
    return undefined;
  }
}

function refusalFor(status: number, detail: string, random: Randomness): Refusal {
  if (status >= 500) return unexpectedFault({ errorId: derivedId('error', random.bytes(16).toString('hex')) });
  return BY_STATUS[status]?.() ?? requestInvalid({ detail: detail.trim() });
}

function worded(refusal: Refusal, acceptLanguage: string | undefined): object {
  const { code, message, path } = userErrorOf(refusal, preferredLanguage(acceptLanguage));
  return { errors: [{ message, extensions: { ...refusal.facts, code, userErrors: [{ code, message, path }] } }] };
}
