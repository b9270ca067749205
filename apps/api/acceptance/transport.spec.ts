import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT, generateKeyPair } from 'jose';
import { serverAudits } from 'graphql-http';
import { answerOf, type Answer } from '../testing/client.js';
import { expectRequestRefused } from '../testing/expect-refusal.js';
import { draft } from '../testing/plans.js';
import { demoToken, startService, type RunningService } from '../testing/running-service.js';

let kheo: RunningService;
beforeAll(async () => {
  kheo = await startService();
}, 60_000);
afterAll(() => kheo.stop());

const MUTATION = 'mutation($input: DraftPlanInput!) { draftPlan(input: $input) { revision } }';
const query = (document: string) => JSON.stringify({ query: document });
type Language = 'vi' | 'en';

describe('who asks', () => {
  it('nobody: reads and commands are refused', async () => {
    const read = (language: Language) => kheo.anonymous.send('{ plans { totalCount } }', {}, { language });
    await expectRequestRefused(kheo, read, { status: 200, code: 'NOT_AUTHENTICATED', path: ['plans'] });
    const before = await kheo.head();
    expect((await kheo.anonymous.mutate('draftPlan', draft('19753'))).userErrors).toMatchObject([
      { code: 'NOT_AUTHENTICATED' },
    ]);
    expect(await kheo.head()).toBe(before);
  });

  it.each<[string, () => Promise<string> | string, string]>([
    ['a word for a token', () => 'Bearer abc', 'TOKEN_MALFORMED'],
    ['an empty token', () => 'Bearer ', 'TOKEN_MISSING'],
    ['another scheme', () => 'Basic YTpi', 'TOKEN_MISSING'],
    ['a token longer than any', () => `Bearer ${'a'.repeat(7_000)}.${'b'.repeat(7_000)}.`, 'TOKEN_MALFORMED'],
    ['a token cut short', async () => `Bearer ${(await demoToken(kheo.url, 'vpub')).slice(0, -9)}`, 'TOKEN_MALFORMED'],
    [
      'a token of which one letter is changed',
      async () =>
        `Bearer ${(await demoToken(kheo.url, 'vpub')).replace(/\.(.)/, (_, it: string) => `.${it === 'e' ? 'f' : 'e'}`)}`,
      'TOKEN_SIGNATURE_INVALID',
    ],
    ['a token that somebody else signed', async () => `Bearer ${await signed({})}`, 'TOKEN_SIGNATURE_INVALID'],
    ['a token without a signature', () => `Bearer ${unsigned()}`, 'TOKEN_SIGNATURE_INVALID'],
  ])('%s ends the request with 401', async (_, authorization, code) => {
    const client = kheo.withAuthorization(await authorization());
    const send = (language: Language) => client.send(MUTATION, { input: draft('19753') }, { language });
    await expectRequestRefused(kheo, send, { status: 401, code });
  });

  it('is told by the header, too, that a token is wanted', async () => {
    const response = await fetch(`${kheo.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer abc' },
      body: query('{ __typename }'),
    });
    expect(response.headers.get('www-authenticate')).toContain('Bearer');
  });
});

async function signed(claims: object): Promise<string> {
  const { privateKey } = await generateKeyPair('EdDSA');
  const now = Math.floor(performance.timeOrigin / 1000);
  return new SignJWT({ iss: 'urn:kheo:demo', aud: 'kheo', sub: 'snv.leader', iat: now, exp: now + 3600, ...claims })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt' })
    .sign(privateKey);
}

function unsigned(): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'at+jwt' })}.${part({ iss: 'urn:kheo:demo', aud: 'kheo', sub: 'snv.leader', iat: 1, exp: 9_999_999_999 })}.`;
}

describe('a document that costs too much', () => {
  const levels = (depth: number): string =>
    `{ plans { nodes { unit ${'{ successors '.repeat(depth)}{ id }${' }'.repeat(depth)} } } }`;
  const expensive = Array.from(
    { length: 25 },
    (_, index) =>
      `a${index}: plans(first: 100) { nodes { history { changes { field } } coordination { successors { successors { id } } } } }`,
  );

  it.each<[string, () => string, RegExp]>([
    ['too deep', () => levels(12), /depth/i],
    [
      'deep through fragments',
      () =>
        `query { ...A } ${'ABCDEFGHIJKLMN'
          .split('')
          .map(
            (it, index, all) =>
              `fragment ${it} on Query { node(id: "x") { ... on Plan { unit { id } } } ...${all[index + 1] ?? 'Z'} }`,
          )
          .join(' ')} fragment Z on Query { __typename }`,
      /depth|cost/i,
    ],
    ['a circle of fragments', () => '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }', /fragment/i],
    [
      'too many aliases',
      () => `{ ${Array.from({ length: 31 }, (_, index) => `a${index}: plans { totalCount }`).join(' ')} }`,
      /alias/i,
    ],
    ['too costly', () => `{ ${expensive.join(' ')} }`, /cost/i],
    ['too long', () => `{ ${'__typename '.repeat(5_001)} }`, /token/i],
    ['nothing but braces', () => '{'.repeat(50_000), /Syntax Error/],
    ['empty', () => '', /./],
    ['a field that does not exist', () => '{ secrets }', /secrets/],
  ])('or makes no sense: %s', async (_, document, detail) => {
    const error = await expectRequestRefused(
      kheo,
      (language) => kheo.as('auditor').send(document(), {}, { language }),
      { status: 400, code: 'REQUEST_INVALID' },
    );
    expect(error.message).toMatch(detail);
  });

  it('more ids than one request may name', async () => {
    const send = (language: Language) =>
      kheo
        .as('auditor')
        .send(
          'query($ids: [ID!]!) { nodes(ids: $ids) { id } }',
          { ids: Array.from({ length: 101 }, () => 'abcd') },
          { language },
        );
    await expectRequestRefused(kheo, send, { status: 200, code: 'LIST_TOO_LONG', path: ['ids'] });
  });

  it.each<[string, string]>([
    ['a page of more than 100', 'first: 101'],
    ['a page of none', 'first: 0'],
    ['a page of fewer than none', 'first: -1'],
    ['both ends at once', 'first: 1, last: 1'],
    ['a cursor that was never given', 'after: "abc"'],
    ['a cursor that is empty', 'after: ""'],
  ])('%s', async (_, page) => {
    const send = (language: Language) =>
      kheo.as('auditor').send(`{ units(${page}) { nodes { id } } }`, {}, { language });
    await expectRequestRefused(kheo, send, { status: 200, code: 'PAGE_INVALID', path: ['units'] });
  });
});

describe('a request that is not GraphQL over HTTP', () => {
  const raw = async (init: RequestInit, path = '/graphql'): Promise<Answer> =>
    answerOf(await fetch(`${kheo.url}${path}`, init));
  const posted = (type: string, body: string) => (language: Language) =>
    raw({ method: 'POST', headers: { 'content-type': type, 'accept-language': language }, body });
  const got =
    (document: string, headers: Record<string, string> = {}) =>
    (language: Language) =>
      raw({ headers: { 'accept-language': language, ...headers } }, `/graphql?query=${encodeURIComponent(document)}`);
  const hello = query('{ __typename }');

  it.each<[string, (language: Language) => Promise<Answer>, number, string]>([
    ['a body that is no JSON', posted('application/json', '{"query":'), 400, 'REQUEST_INVALID'],
    [
      'a body that would change prototypes',
      posted('application/json', '{"query":"{ __typename }","__proto__":{"a":1}}'),
      400,
      'REQUEST_INVALID',
    ],
    ['an empty body', posted('application/json', ''), 400, 'REQUEST_INVALID'],
    ['no query', posted('application/json', '{}'), 400, 'REQUEST_INVALID'],
    ['a query that is no text', posted('application/json', '{"query":1}'), 400, 'REQUEST_INVALID'],
    [
      'variables that are no object',
      posted('application/json', '{"query":"{ __typename }","variables":"x"}'),
      400,
      'REQUEST_INVALID',
    ],
    ['several requests in one', posted('application/json', `[${hello},${hello}]`), 400, 'REQUEST_INVALID'],
    [
      'more than the largest body',
      posted('application/json', query(`{ ${'a'.repeat(1_000_001)} }`)),
      413,
      'REQUEST_TOO_LARGE',
    ],
    ['plain text, as a foreign page could send', posted('text/plain', hello), 400, 'REQUEST_INVALID'],
    [
      'a form, as a foreign page could send',
      posted('application/x-www-form-urlencoded', 'query=%7B__typename%7D'),
      400,
      'REQUEST_INVALID',
    ],
    [
      'an upload, as a foreign page could send',
      posted('multipart/form-data; boundary=x', '--x--'),
      415,
      'CONTENT_TYPE_NOT_SUPPORTED',
    ],
    ['another kind of content', posted('application/xml', '<a/>'), 415, 'CONTENT_TYPE_NOT_SUPPORTED'],
    ['a link, as a foreign page could hold', got('{ __typename }'), 400, 'REQUEST_INVALID'],
    [
      'a command in a link',
      got('mutation { receivePlan(input: { commandId: "a", id: "b" }) { revision } }', {
        'apollo-require-preflight': '1',
      }),
      405,
      'REQUEST_INVALID',
    ],
    [
      'an address that does not exist',
      (language) => raw({ headers: { 'accept-language': language } }, '/admin'),
      404,
      'ADDRESS_NOT_FOUND',
    ],
  ])('%s', async (_, send, status, code) => {
    await expectRequestRefused(kheo, send, { status, code });
  });

  it('shows no stack, no path and no version', async () => {
    const { text } = await raw({ method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' });
    expect(text).not.toMatch(/node_modules|\.js|stack|fastify|apollo/i);
  });

  it('a query in a link works for a client that could not be a foreign page', async () => {
    expect(await got('{ __typename }', { 'apollo-require-preflight': '1' })('vi')).toMatchObject({
      status: 200,
      data: { __typename: 'Query' },
    });
  });
});

describe('GraphQL over HTTP', () => {
  it('is kept in every point that is a MUST, and in all but three that are a SHOULD', async () => {
    const authorization = `Bearer ${await demoToken(kheo.url, 'snv.officer')}`;
    const fetchFn = (url: string, init: RequestInit = {}) =>
      fetch(url, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), authorization, 'apollo-require-preflight': '1' },
      });
    const results = await Promise.all(serverAudits({ url: `${kheo.url}/graphql`, fetchFn }).map((audit) => audit.fn()));
    const failed = results
      .filter((it) => it.status !== 'ok')
      .map((it) => `${it.id} ${it.name}: ${'reason' in it ? it.reason : ''}`);
    expect(failed.filter((it) => it.includes('MUST'))).toEqual([]);
    // The server answers a document that it cannot run with 400 whatever is accepted: proxies and clients see that it failed.
    expect(failed.map((it) => it.slice(0, 4))).toEqual(['572B', 'FDE2', '7B9B']);
  });
});
